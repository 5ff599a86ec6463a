using System.Data.Common;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Hosting;

/// <summary>Counts the statements that read, and the rows they read.</summary>
public sealed class CountedStatements : DbCommandInterceptor
{
    public int Count { get; private set; }
    public int Rows { get; private set; }

    /// <summary>What a page costs: the least of a few times, as now and then a request also asks whether a reform was recorded.</summary>
    public async Task<(int Statements, int Rows)> CostAsync(Session who, string url)
    {
        var costs = new List<(int, int)>();
        for (var time = 0; time < 4; time++)
        {
            (Count, Rows) = (0, 0);
            (await who.GetAsync(url)).Status.ShouldBe(System.Net.HttpStatusCode.OK, url);
            costs.Add((Count, Rows));
        }
        return costs.Min();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Rows += eventData.ReadCount;
        return base.DataReaderDisposing(command, eventData, result);
    }
}

/// <summary>An application whose statements are counted.</summary>
public sealed class CountedApp(Engine engine, CountedStatements statements)
    : TestApp(
        engine,
        services =>
            services
                .ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(statements))
                .ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(statements))
    );
