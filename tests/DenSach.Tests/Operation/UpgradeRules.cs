#pragma warning disable EF1001 // A program with one migration more is made by the engine room's own means.
using System.Reflection;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Operation;

/// <summary>A newer program saves what is there before it changes the database; an older one leaves it alone.</summary>
public abstract class UpgradeRules(TestApp app) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("densach-backup-").FullName;
    private Place old = null!;
    private Place newer = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        var backup = Path.Combine(folder, "backup.zip");
        (await app.CommandLineAsync("backup", backup)).Code.ShouldBe(0);
        old = await Place.NewAsync(app.Engine);
        (await old.CommandLineAsync("restore", backup)).Code.ShouldBe(0);
        newer = old.With(services => services.ConfigureDbContext<SqliteAppDb>(Newer).ConfigureDbContext<PostgresAppDb>(Newer));
    }

    public async Task DisposeAsync()
    {
        await newer.DisposeAsync();
        await old.DisposeAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_upgrade_backs_up_first_and_the_backup_is_the_way_back()
    {
        var before = await old.ContentAsync();
        await newer.PrepareAsync();
        (await newer.ContentAsync()).Keys.ShouldContain("table probe");
        var backup = Directory.GetFiles(Path.Combine(old.Folder, "backups"), "before-*_Probe-*.zip").ShouldHaveSingleItem();

        await using var back = await Place.NewAsync(app.Engine);
        var (code, output) = await back.CommandLineAsync("restore", backup);
        code.ShouldBe(0, output);
        (await back.ContentAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_backup_of_the_older_version_restored_by_the_newer_program_is_brought_up_to_date()
    {
        await using var place = await Place.NewAsync(app.Engine);
        await using var program = place.With(services => services.ConfigureDbContext<SqliteAppDb>(Newer).ConfigureDbContext<PostgresAppDb>(Newer));
        var (code, output) = await program.CommandLineAsync("restore", Path.Combine(folder, "backup.zip"));
        code.ShouldBe(0, output);
        (await program.ContentAsync()).Keys.ShouldContain("table probe");
    }

    [Fact]
    public async Task A_database_that_is_up_to_date_is_not_backed_up_at_every_start()
    {
        await old.PrepareAsync();
        Directory.Exists(Path.Combine(old.Folder, "backups")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_older_program_refuses_a_newer_database()
    {
        await newer.PrepareAsync();
        var failure = await Should.ThrowAsync<InvalidOperationException>(old.PrepareAsync);
        failure.Message.ShouldContain("newer version");
    }

    private static void Newer(IServiceProvider services, DbContextOptionsBuilder options) => options.ReplaceService<IMigrationsAssembly, OneMore>();

    public sealed class OneMore(ICurrentDbContext context, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> log)
        : MigrationsAssembly(context, options, ids, log)
    {
        public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
            new SortedDictionary<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal) { [Probe.Id] = typeof(Probe).GetTypeInfo() };
    }

    [Migration(Id)]
    public sealed class Probe : Migration
    {
        public const string Id = "99990101000000_Probe";

        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE probe (id integer PRIMARY KEY)");
    }
}

public sealed class UpgradeRulesOnSqlite() : UpgradeRules(new SqliteApp());

public sealed class UpgradeRulesOnPostgres() : UpgradeRules(new PostgresApp());
