using System.Diagnostics;
using DenSach.Modules.Assessments.SelfAssess;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Assessments;

/// <summary>Right after a start, before anything is kept in memory, more people write at once than there are connections to the database.</summary>
public abstract class BusyStart(TestApp app)
{
    /// <summary>One that holds a connection and waits for a second waits this long before it fails.</summary>
    private static readonly TimeSpan PoolPatience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task All_are_answered_for_nobody_who_holds_a_connection_waits_for_a_second()
    {
        var hamlet = new Hamlet(app);
        var round = await hamlet.OpenRoundAsync(2079);
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var everyone = Math.Max(8, 4 * Environment.ProcessorCount) + 6;
        var assessments = new List<Guid>();
        foreach (var family in (await hamlet.FamiliesAsync()).Take(everyone))
        {
            assessments.Add(await hamlet.RegisterAsync(head, round, family));
        }
        var (answers, facts) = await hamlet.PassingAsync(assessments[0]);
        // Every family has one adult at least.
        facts["adults_titled"] = "1";
        var actor = new Actor(Guid.CreateVersion7(), "Trưởng bản", [Grant()]);

        await app.RestartAsync();
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(assessments.Select(id => Task.Run(() => WriteAsync(id))));

        written.ShouldAllBe(refusal => refusal == null);
        clock.Elapsed.ShouldBeLessThan(PoolPatience);

        Task<string?> WriteAsync(Guid id) =>
            app.InsideAsync(
                async services =>
                {
                    var command = new SelfAssess.Command
                    {
                        CommandId = Guid.CreateVersion7(),
                        AssessmentId = id,
                        BasedOn = 1,
                        Answers = answers,
                        Facts = facts,
                        HandIn = false,
                    };
                    return (await services.GetRequiredService<SelfAssess>().Handle(command, default)).Problem?.Sentence;
                },
                actor
            );
    }

    private static Grant Grant() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = Guid.Empty,
            Role = Role.HamletHead,
            Scope = ScopeKind.Area,
            AreaId = Hamlet.First,
            From = new DateOnly(2020, 1, 1),
        };
}

public sealed class BusyStartOnSqlite(SqliteApp app) : BusyStart(app), IClassFixture<SqliteApp>;

public sealed class BusyStartOnPostgres(PostgresApp app) : BusyStart(app), IClassFixture<PostgresApp>;
