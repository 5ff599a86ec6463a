using DenSach.Modules.Criteria;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Hosting;

public abstract class DemoStart(TestApp app)
{
    [Fact]
    public async Task The_first_start_fills_an_empty_database_and_a_restart_leaves_it_alone()
    {
        var before = await app.QueryAsync(db => db.Set<PublishedSet>().CountAsync());
        before.ShouldBeGreaterThan(1);
        await app.RestartAsync();
        (await app.QueryAsync(db => db.Set<PublishedSet>().CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_sign_in()
    {
        using var session = app.Anonymous();
        (await session.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
    }
}

public sealed class DemoStartOnSqlite(SqliteApp app) : DemoStart(app), IClassFixture<SqliteApp>;

public sealed class DemoStartOnPostgres(PostgresApp app) : DemoStart(app), IClassFixture<PostgresApp>;
