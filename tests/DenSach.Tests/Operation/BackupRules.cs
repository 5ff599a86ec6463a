using System.IO.Compression;
using System.Text.Json;
using DenSach.Platform.Audit;
using DenSach.Platform.Files;
using DenSach.Tests.Audit;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Operation;

/// <summary>A backup made while people work is one moment of the whole, and comes back as it was.</summary>
public abstract class BackupRules(TestApp app) : IAsyncLifetime
{
    private const int Register = 9001;
    private readonly string folder = Directory.CreateTempSubdirectory("densach-backup-").FullName;

    private string Target => Path.Combine(folder, "backup.zip");

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.SpeakAsync("lời đầu", Register, Register + 1);
        await StoreAsync(SampleFiles.Jpeg(50_000));
        await StoreAsync(SampleFiles.Pdf(20_000));
        (await app.CommandLineAsync("audit", "anchor")).Code.ShouldBe(0);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_backed_up_comes_back_the_same_into_an_empty_place()
    {
        var before = await app.QueryAsync(db => Content.OfAsync(db, app.DataFolder));
        before.Keys.Count(k => k.StartsWith("evidence", StringComparison.Ordinal)).ShouldBe(2);
        before.Keys.ShouldContain("keys/audit-anchor.pem");
        var (code, output) = await app.CommandLineAsync("backup", Target);
        code.ShouldBe(0, output);
        output.ShouldContain("2 evidence files");

        await using var place = await Place.NewAsync(app.Engine);
        (code, output) = await place.CommandLineAsync("restore", Target);
        code.ShouldBe(0, output);
        output.ShouldContain("whole");
        (await place.ContentAsync()).ShouldBe(before);
        Directory.Exists(Path.Combine(place.Folder, ".restoring")).ShouldBeFalse();

        // And goes on from there: new commands, new anchors, known to the old file of anchors.
        await place.PrepareAsync();
        File.Copy(Path.Combine(app.DataFolder, "anchors.jsonl"), Path.Combine(place.Folder, "anchors.jsonl"));
        (code, output) = await place.CommandLineAsync("audit", "anchor");
        code.ShouldBe(0, output);
        (code, output) = await place.CommandLineAsync("audit", "verify", "--anchors", Path.Combine(place.Folder, "anchors.jsonl"));
        code.ShouldBe(0, output);
        (code, output) = await place.CommandLineAsync("tallies", "verify");
        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_whole_at_one_moment()
    {
        using var enough = new CancellationTokenSource();
        var written = 0;
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(() => WriteOnAsync(writer))).ToList();
        SpinWait.SpinUntil(() => Volatile.Read(ref written) > 10, TimeSpan.FromSeconds(60)).ShouldBeTrue();
        var before = Volatile.Read(ref written);
        var (code, output) = await app.CommandLineAsync("backup", Target);
        var after = Volatile.Read(ref written);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        code.ShouldBe(0, output);
        after.ShouldBeGreaterThan(before, "nobody wrote while the backup ran, so nothing was proved");

        await using var place = await Place.NewAsync(app.Engine);
        (code, output) = await place.CommandLineAsync("restore", Target);
        code.ShouldBe(0, output);
        output.ShouldContain("whole");
        var files = await place.QueryAsync(db => db.Set<StoredFile>().AsNoTracking().ToListAsync());
        files.Count.ShouldBeInRange(before - 3, after + 2 + 3);
        foreach (var file in files)
        {
            await using var content = await place.Services.GetRequiredService<EvidenceFolder>().OpenAsync(file.Sha256, file.Size, CancellationToken.None);
            content.ShouldNotBeNull($"{file.Sha256} is named and not there");
        }
        // Every command of the writers tells its own register and the common one, the first of all told two others.
        var own = await place.QueryAsync(db => db.Set<AuditRow>().CountAsync(r => r.RegisterId >= Register && r.RegisterId <= Register + 2));
        (await place.QueryAsync(db => db.Set<AuditRow>().CountAsync(r => r.RegisterId == Register + 10))).ShouldBe(own - 2);

        async Task WriteOnAsync(int writer)
        {
            while (!enough.IsCancellationRequested)
            {
                await app.SpeakAsync($"lời của {writer}", Register + writer, Register + 10);
                await StoreAsync(SampleFiles.Jpeg(3000, seed: 1000 + Interlocked.Increment(ref written)));
            }
        }
    }

    [Fact]
    public async Task The_list_names_every_table_with_its_rows_and_every_entry_with_its_hash()
    {
        (await app.CommandLineAsync("backup", Target)).Code.ShouldBe(0);
        using var archive = ZipFile.OpenRead(Target);
        using var list = JsonDocument.Parse(archive.GetEntry("manifest.json")!.Open());
        var root = list.RootElement;
        root.GetProperty("engine").GetString().ShouldBe(app.Engine == Engine.Postgres ? "postgres" : "sqlite");
        root.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "stored_file").GetProperty("rows").GetInt32().ShouldBe(2);
        root.GetProperty("entries").EnumerateArray().Count().ShouldBe(archive.Entries.Count - 1);
        root.GetProperty("entries").EnumerateArray().ShouldAllBe(e => e.GetProperty("sha256").GetString()!.Length == 64);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Target).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task An_existing_file_is_never_written_over()
    {
        await File.WriteAllTextAsync(Target, "mine");
        var (code, output) = await app.CommandLineAsync("backup", Target);
        code.ShouldBe(1);
        output.ShouldContain("exists already");
        (await File.ReadAllTextAsync(Target)).ShouldBe("mine");
        (await app.CommandLineAsync("backup", Path.Combine(folder, "no", "such", "folder.zip"))).Code.ShouldBe(1);
        Directory.GetFiles(folder).ShouldBe([Target]);
    }

    [Fact]
    public async Task Missing_or_damaged_evidence_is_told_and_the_rest_is_saved()
    {
        var files = Directory.GetFiles(Path.Combine(app.DataFolder, "evidence"), "*", SearchOption.AllDirectories);
        File.Delete(files[0]);
        var (code, output) = await app.CommandLineAsync("backup", Target);
        code.ShouldBe(1);
        output.ShouldContain($"The evidence file {Path.GetFileName(files[0])} is missing or damaged");
        await using var place = await Place.NewAsync(app.Engine);
        (code, output) = await place.CommandLineAsync("restore", Target);
        code.ShouldBe(0, output);
        output.ShouldContain("1 evidence files");
    }

    [Fact]
    public async Task There_is_nothing_to_back_up_where_nothing_is()
    {
        await using var place = await Place.NewAsync(app.Engine);
        var (code, output) = await place.CommandLineAsync("backup", Target);
        code.ShouldBe(1);
        output.ShouldContain("Nothing was backed up");
        (await place.TracesAsync()).ShouldBeEmpty();
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_filled_place_is_not_restored_into()
    {
        (await app.CommandLineAsync("backup", Target)).Code.ShouldBe(0);
        var before = await app.QueryAsync(db => Content.OfAsync(db, app.DataFolder));
        var (code, output) = await app.CommandLineAsync("restore", Target);
        code.ShouldBe(1);
        output.ShouldContain("is not empty");
        (await app.QueryAsync(db => Content.OfAsync(db, app.DataFolder))).ShouldBe(before);

        // A place with somebody's keys but no database is no empty place either.
        await using var place = await Place.NewAsync(app.Engine);
        var key = Path.Combine(place.Folder, "keys", "audit-anchor.pem");
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        await File.WriteAllTextAsync(key, "mine");
        (code, output) = await place.CommandLineAsync("restore", Target);
        code.ShouldBe(1);
        output.ShouldContain("is not empty");
        (await place.TracesAsync()).ShouldBe([key]);
        (await File.ReadAllTextAsync(key)).ShouldBe("mine");
    }

    private Task StoreAsync(byte[] content) =>
        app.InsideAsync(async services => (await services.GetRequiredService<FileStore>().SaveAsync(Register, new MemoryStream(content), CancellationToken.None)).Value);
}

public sealed class BackupRulesOnSqlite() : BackupRules(new SqliteApp());

public sealed class BackupRulesOnPostgres() : BackupRules(new PostgresApp());
