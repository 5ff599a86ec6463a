using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Audit;

/// <summary>Anchors follow each other, are signed, and lie outside the database too.</summary>
public abstract class AnchorRules(TestApp app) : IAsyncLifetime
{
    private string Outside => Path.Combine(app.DataFolder, "anchors.jsonl");

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        for (var round = 0; round < 3; round++)
        {
            await app.SpeakAsync("lời", 6001 + round);
            await app.SpeakAsync("lời chung", 6001, 6010);
            await AnchorAsync();
        }
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Anchors_and_the_file_outside_agree_with_the_chains()
    {
        var report = await VerifyAsync();
        report.Findings.ShouldBeEmpty();
        (report.Anchors, report.OutsideAnchors).ShouldBe((3, 3));
    }

    [Fact]
    public async Task An_anchor_is_written_only_when_a_chain_has_moved()
    {
        (await AnchorAsync()).ShouldContain("No chain has moved");
        (await app.QueryAsync(db => db.Set<AuditAnchor>().CountAsync())).ShouldBe(3);
        File.ReadAllLines(Outside).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Two_servers_anchoring_at_once_write_one_after_the_other()
    {
        for (var i = 0; i < 10; i++)
        {
            await app.SpeakAsync("lời", 6001);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.InsideAsync(s => s.GetRequiredService<Anchoring>().WriteAsync(CancellationToken.None))));
        }
        (await app.QueryAsync(db => db.Set<AuditAnchor>().CountAsync())).ShouldBe(13);
        (await VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_signing_key_is_readable_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        File.GetUnixFileMode(Path.Combine(app.DataFolder, "keys", "audit-anchor.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Outside).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task An_anchor_that_was_changed_or_removed_is_found()
    {
        await app.TamperAsync("UPDATE audit_anchor SET registers = registers + 1 WHERE n = 2");
        Sentences(await VerifyAsync()).ShouldContain("Anchor 2: its content was changed");
        await app.TamperAsync("DELETE FROM audit_anchor WHERE n = 2");
        var report = await VerifyAsync();
        report.Findings.Select(f => f.What).ShouldBe(["Anchor 3: anchor 2 before it was removed.", "Anchor 2 of the file is gone from the database."]);
    }

    [Fact]
    public async Task The_heads_of_an_anchor_cannot_be_bent_to_fit_a_cut_chain()
    {
        await app.TamperAsync("UPDATE anchored_head SET seq = 1 WHERE register_id = 6010 AND n = 3");
        Sentences(await VerifyAsync()).ShouldContain("Anchor 3: the heads kept with it do not give its root");
    }

    [Fact]
    public async Task An_anchor_signed_with_a_foreign_key_is_found()
    {
        // Somebody with the database but without the keys folder makes a key of his own.
        File.Delete(Directory.GetFiles(Path.Combine(app.DataFolder, "keys"), "*.pub.pem").Single());
        Sentences(await VerifyAsync()).ShouldContain("which this installation does not know");
    }

    [Fact]
    public async Task Anchors_signed_before_a_change_of_key_stay_provable()
    {
        File.Delete(Path.Combine(app.DataFolder, "keys", "audit-anchor.pem"));
        await app.SpeakAsync("lời", 6001);
        await AnchorAsync();
        (await VerifyAsync()).Findings.ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(app.DataFolder, "keys"), "*.pub.pem").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_or_missing_line_of_the_file_is_found()
    {
        var lines = File.ReadAllLines(Outside);
        File.WriteAllLines(Outside, [lines[0], lines[2]]);
        Sentences(await VerifyAsync()).ShouldContain("a line was removed or changed");
        File.WriteAllLines(Outside, [lines[0], lines[1].Replace("\"seq\":2", "\"seq\":1"), lines[2]]);
        Sentences(await VerifyAsync()).ShouldContain("Anchor file, anchor 2: the heads of the file do not give its root");
        File.WriteAllText(Outside, "rubbish\n");
        Sentences(await VerifyAsync()).ShouldContain("Line 1 of the anchor file is no anchor");
    }

    [Fact]
    public async Task A_new_file_begins_with_all_heads_and_is_enough_alone()
    {
        var fresh = Path.Combine(app.DataFolder, "fresh.jsonl");
        (await app.CommandLineAsync("audit", "anchor", "--out", fresh)).Code.ShouldBe(0);
        var line = AnchorLine.Parse(File.ReadAllLines(fresh).Single());
        line.N.ShouldBe(3);
        line.Heads.Count.ShouldBe(line.Registers);
        (await VerifyAsync(fresh)).Findings.ShouldBeEmpty();
        await app.SpeakAsync("lời", 6001);
        (await app.CommandLineAsync("audit", "anchor", "--out", fresh)).Code.ShouldBe(0);
        (await VerifyAsync(fresh)).OutsideAnchors.ShouldBe(2);
        (await VerifyAsync(fresh)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_cut_off_by_a_crash_is_written_again()
    {
        var lines = File.ReadAllLines(Outside);
        File.WriteAllText(Outside, $"{lines[0]}\n{lines[1]}\n{lines[2][..40]}");
        await AnchorAsync();
        File.ReadAllLines(Outside).ShouldBe(lines);
    }

    [Fact]
    public async Task A_file_that_knows_more_than_the_database_is_left_as_it_is()
    {
        await app.TamperAsync("DELETE FROM anchored_head WHERE n = 3");
        await app.TamperAsync("DELETE FROM audit_anchor WHERE n = 3");
        await app.SpeakAsync("lời", 6001);
        var before = File.ReadAllText(Outside);
        var (code, output) = await app.CommandLineAsync("audit", "anchor");
        code.ShouldBe(1);
        output.ShouldContain("ends with anchor 3, and the database has another one");
        File.ReadAllText(Outside).ShouldBe(before);
    }

    [Fact]
    public async Task A_mistyped_anchor_file_is_told_and_nothing_is_called_whole()
    {
        var (code, output) = await app.CommandLineAsync("audit", "verify", "--anchors", "/nowhere/anchors.jsonl");
        code.ShouldBe(2);
        output.ShouldContain("There is no file");
        output.ShouldNotContain("whole");
    }

    private async Task<string> AnchorAsync()
    {
        var (code, output) = await app.CommandLineAsync("audit", "anchor");
        code.ShouldBe(0, output);
        return output;
    }

    private Task<AuditReport> VerifyAsync(string? file = null) =>
        app.InsideAsync(services => services.GetRequiredService<AuditVerifier>().VerifyAsync(file ?? Outside, CancellationToken.None));

    private static string Sentences(AuditReport report) => string.Join('\n', report.Findings);
}

public sealed class AnchorRulesOnSqlite() : AnchorRules(new SqliteApp());

public sealed class AnchorRulesOnPostgres() : AnchorRules(new PostgresApp());
