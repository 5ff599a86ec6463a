using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Decisions;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Indicators;

/// <summary>A decision that was drafted, signed and numbered: before and after it one number, whoever is asked, and it moves by the families decided.</summary>
public abstract partial class DecidedNumber(TestApp app) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 28);

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_decision_moves_page_list_command_line_and_program_alike_by_exactly_its_families()
    {
        var drive = await RoundDrive.OpenAsync(app, ofYear: 2026);
        var families = (await app.QueryAsync(db => DemoFamilies.PassingIn(db, RoundDrive.Hamlet))).Take(5).ToArray();
        families.Length.ShouldBe(5);
        var ids = new List<Guid>();
        foreach (var family in families)
        {
            ids.Add(await drive.ProposedAsync(family));
        }
        // One of them the commune does not find good enough, so that more are proposed than decided.
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Fail, [ids[0]], "Không đủ minh chứng.")).Must();
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [.. ids.Skip(1)])).Must();
        await drive.PostAsync();
        app.Time.MoveTo(new DateTimeOffset(Day, new TimeOnly(8, 0), TimeSpan.FromHours(7)));
        using var officer = await drive.SignInAsync(RoundDrive.Officer);

        await EverybodySaysAsync(officer, Day, 0);
        await drive.DecideAsync("71/QĐ-UBND");
        (await app.QueryAsync(db => db.Set<Recognition>().CountAsync())).ShouldBe(4);
        await EverybodySaysAsync(officer, Day, 4);
        await EverybodySaysAsync(officer, Day.AddDays(-1), 0);
        await EverybodySaysAsync(officer, new DateOnly(2027, 12, 31), 4);
        await EverybodySaysAsync(officer, new DateOnly(2028, 1, 1), 0);
    }

    private async Task EverybodySaysAsync(Session officer, DateOnly day, int number)
    {
        foreach (var area in new[] { KnownAreas.BinhLu, RoundDrive.Hamlet })
        {
            var said = await SaidAsync(officer, area, day);
            said.ShouldAllBe(s => s.Number == number, $"{area} as at {Iso(day)}, {number} expected: {string.Join(", ", said)}");
        }
        var (code, output) = await app.CommandLineAsync("tallies", "verify");
        code.ShouldBe(0, output);
    }

    private async Task<IReadOnlyList<(string Who, long Number)>> SaidAsync(Session officer, int area, DateOnly day)
    {
        var page = await officer.GetAsync($"/chi-tieu?diaban={area}&ngay={Iso(day)}");
        var list = await officer.GetAsync($"/chi-tieu/gia-dinh?diaban={area}&ngay={Iso(day)}");
        var file = await officer.Http.GetStringAsync($"/chi-tieu/gia-dinh/xuat.csv?diaban={area}&ngay={Iso(day)}");
        var (code, lines) = await app.CommandLineAsync("targets", "--area", $"{area}", "--as-at", Iso(day));
        code.ShouldBe(0, lines);
        var targets = await AskAsync(officer, $"/api/targets?area={area}&asAt={Iso(day)}");
        return
        [
            ("the page", Read(FamiliesHolding(), page.Text)),
            ("the list", list.FindAll("table tbody tr").LongCount()),
            ("the file of the list", file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1),
            ("densach targets", Read(OfAllFamilies(), lines)),
            ("/api/targets", targets.GetProperty("families").GetProperty("numerator").GetInt64()),
            ("/api/targets/families", (await AskAsync(officer, $"/api/targets/families?area={area}&asAt={Iso(day)}")).GetProperty("count").GetInt64()),
            ("/api/measures", (await AskAsync(officer, $"/api/measures/family_title.holding?area={area}&asAt={Iso(day)}")).GetProperty("value").GetInt64()),
        ];
    }

    private static Task<JsonElement> AskAsync(Session session, string url) => session.Http.GetFromJsonAsync<JsonElement>(url);

    private static long Read(Regex words, string text) =>
        words.Match(text) is { Success: true } found
            ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"No number {words} in:\n{text}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(\d+) gia đình trong")]
    private static partial Regex FamiliesHolding();

    [GeneratedRegex(@"Gia đình học tập: (\d+)/")]
    private static partial Regex OfAllFamilies();
}

public sealed class DecidedNumberOnSqlite() : DecidedNumber(new SqliteApp());

public sealed class DecidedNumberOnPostgres() : DecidedNumber(new PostgresApp());
