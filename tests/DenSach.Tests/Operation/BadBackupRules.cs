using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DenSach.Platform.Files;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Operation;

/// <summary>A good backup, made once.</summary>
public sealed class GoodBackup<TApp> : IAsyncLifetime
    where TApp : TestApp, new()
{
    private readonly TApp app = new();

    public Engine Engine => app.Engine;
    public byte[] Bytes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.InsideAsync(async s => (await s.GetRequiredService<FileStore>().SaveAsync(9001, new MemoryStream(SampleFiles.Jpeg()), CancellationToken.None)).Value);
        (await app.CommandLineAsync("audit", "anchor")).Code.ShouldBe(0);
        var file = Path.Combine(app.DataFolder, "backup.zip");
        (await app.CommandLineAsync("backup", file)).Code.ShouldBe(0);
        Bytes = await File.ReadAllBytesAsync(file);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

/// <summary>What is no whole backup of ours is refused with a sentence, and the empty place stays empty.</summary>
public abstract class BadBackupRules(Engine engine, byte[] good) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("densach-backup-").FullName;
    private Place place = null!;

    private string Target => Path.Combine(folder, "backup.zip");

    public async Task InitializeAsync() => place = await Place.NewAsync(engine);

    public async Task DisposeAsync()
    {
        await place.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_is_refused_wherever_it_was_cut()
    {
        foreach (var length in new[] { 0, 1, 78, good.Length / 3, good.Length / 2, good.Length - 100, good.Length - 1 })
        {
            await RefusedAsync(good[..length], length < 79 ? "too short" : "it was cut off, or it is none");
        }
        await RefusedAsync([.. good, 0], "it was cut off, or it is none");
    }

    [Fact]
    public async Task One_changed_byte_is_found_wherever_it_is()
    {
        foreach (var at in Enumerable.Range(0, 24).Select(i => (int)(i * (long)(good.Length - 80) / 23)))
        {
            var changed = (byte[])good.Clone();
            changed[at] ^= 0x20;
            await RefusedAsync(changed, "at least one byte was changed");
        }
        var seal = (byte[])good.Clone();
        seal[^1] = (byte)(seal[^1] == '0' ? '1' : '0');
        await RefusedAsync(seal, "at least one byte was changed");
    }

    [Fact]
    public async Task Something_else_is_no_backup()
    {
        await RefusedAsync(Encoding.UTF8.GetBytes(new string('x', 5000)), "or it is none");
        await RefusedAsync(
            Seal([.. Encoding.UTF8.GetBytes(new string('x', 5000)), .. Encoding.ASCII.GetBytes("densach-sha256:" + new string('0', 64))]),
            "cannot be read as a backup"
        );
        var (code, output) = await place.CommandLineAsync("restore", "/nowhere/backup.zip");
        code.ShouldBe(1);
        output.ShouldContain("There is no file");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("evidence/../../outside")]
    [InlineData("/etc/outside")]
    [InlineData("keys/../outside")]
    [InlineData("keys/.hidden")]
    [InlineData("evidence/nohash")]
    [InlineData("C:\\outside")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        var listed = Rebuild((archive, list) => Add(archive, list, name, "ill"u8.ToArray()));
        await RefusedAsync(listed, "has no place in a backup");
        var unlisted = Rebuild((archive, list) => Add(archive, null, name, "ill"u8.ToArray()));
        await RefusedAsync(unlisted, "which its list does not name");
    }

    [Fact]
    public async Task An_entry_with_another_content_or_missing_is_refused()
    {
        await RefusedAsync(Rebuild((archive, list) => list["entries"]!.AsArray()[0]!["sha256"] = new string('0', 64)), "is not what its list says");
        await RefusedAsync(Rebuild((archive, list) => list["entries"]!.AsArray()[0]!["size"] = 1), "is not what its list says");
        await RefusedAsync(Rebuild((archive, list) => archive.Entries.First(e => e.FullName.StartsWith("evidence/", StringComparison.Ordinal)).Delete()), "The backup lacks");
        await RefusedAsync(
            Rebuild(
                (archive, list) =>
                {
                    var entry = list["entries"]!.AsArray()[0]!;
                    list["entries"]!.AsArray().Add(entry.DeepClone());
                }
            ),
            "stands there twice"
        );
    }

    [Fact]
    public async Task Another_version_engine_or_a_newer_database_is_refused()
    {
        await RefusedAsync(Rebuild((archive, list) => list["version"] = 2), "version 2; this program reads");
        await RefusedAsync(Rebuild((archive, list) => list["format"] = "something"), "format \"something\"");
        await RefusedAsync(Rebuild((archive, list) => list["engine"] = engine == Engine.Postgres ? "sqlite" : "postgres"), "a backup goes back only to the engine it came from");
        await RefusedAsync(Rebuild((archive, list) => list["migration"] = "99990101000000_Later"), "made by a newer version");
        await RefusedAsync(Rebuild((archive, list) => ((JsonObject)list).Remove("tables")), "cannot be read as a backup");
    }

    [Fact]
    public async Task A_table_with_another_count_than_listed_leaves_nothing_half_restored()
    {
        await RefusedAsync(
            Rebuild((archive, list) => list["tables"]!.AsArray().Last(t => t!["name"]!.GetValue<string>() == "stored_file")!["rows"] = 5),
            "The table stored_file has 1 rows, and the backup's list says 5"
        );
        // The same place then takes the right one.
        await File.WriteAllBytesAsync(Target, good);
        var (code, output) = await place.CommandLineAsync("restore", Target);
        code.ShouldBe(0, output);
    }

    private async Task RefusedAsync(byte[] backup, string sentence)
    {
        await File.WriteAllBytesAsync(Target, backup);
        var (code, output) = await place.CommandLineAsync("restore", Target);
        code.ShouldBe(1);
        output.ShouldContain(sentence);
        output.ShouldContain("Nothing was restored");
        (await place.TracesAsync()).ShouldBeEmpty();
        Directory.GetFileSystemEntries(folder).ShouldBe([Target]);
    }

    /// <summary>The good backup with something changed on purpose, its list and seal made to fit, as by one who knows the format.</summary>
    private byte[] Rebuild(Action<ZipArchive, JsonNode> change)
    {
        using var stream = new MemoryStream();
        stream.Write(good);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            JsonNode list;
            using (var manifest = archive.GetEntry("manifest.json")!.Open())
            {
                list = JsonNode.Parse(manifest)!;
            }
            change(archive, list);
            archive.GetEntry("manifest.json")!.Delete();
            using var written = archive.CreateEntry("manifest.json").Open();
            written.Write(Encoding.UTF8.GetBytes(list.ToJsonString()));
        }
        return Seal(stream.ToArray());
    }

    private static void Add(ZipArchive archive, JsonNode? list, string name, byte[] content)
    {
        using (var entry = archive.CreateEntry(name).Open())
        {
            entry.Write(content);
        }
        list?["entries"]!.AsArray()
            .Add(
                new JsonObject
                {
                    ["name"] = name,
                    ["size"] = content.Length,
                    ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)),
                }
            );
    }

    private static byte[] Seal(byte[] file)
    {
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(file.AsSpan(0, file.Length - 64)))).CopyTo(file, file.Length - 64);
        return file;
    }
}

public sealed class BadBackupRulesOnSqlite(GoodBackup<SqliteApp> backup) : BadBackupRules(backup.Engine, backup.Bytes), IClassFixture<GoodBackup<SqliteApp>>;

public sealed class BadBackupRulesOnPostgres(GoodBackup<PostgresApp> backup) : BadBackupRules(backup.Engine, backup.Bytes), IClassFixture<GoodBackup<PostgresApp>>;
