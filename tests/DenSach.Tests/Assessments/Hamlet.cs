using System.Net.Http.Json;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Assessments;

/// <summary>People of the demo doing the hamlet's steps, so that a test says only what it is about.</summary>
internal sealed class Hamlet(TestApp app)
{
    public static readonly int First = KnownAreas.BinhLuHamlets[0];
    public const string Head = "truong-ban";
    public const string Officer = "hoi-khuyen-hoc";

    public async Task<Session> SignInAsync(string card)
    {
        var session = app.Anonymous();
        var page = await session.GetAsync("/dang-nhap");
        var button = page.FindAll("button[name=card]").Single(b => b.GetAttribute("value") == card);
        await page.Form(button.TextContent.Trim().Split('\n')[0].Trim()).Set("card", card).SubmitAsync();
        return session;
    }

    /// <summary>A round whose windows are all open at the start of a test, unless the last day of one is given otherwise.</summary>
    public Task<Guid> OpenRoundAsync(int year, RoundStep? closed = null) =>
        app.PlantRoundAsync(
            year,
            step => (new DateOnly(2026, 11, 1), step <= closed ? new DateOnly(2026, 11, 10) : new DateOnly(2026, 12, 10 + (int)step)),
            new DateOnly(2026, 11, 21)
        );

    public async Task<Guid> RegisterAsync(Session session, Guid round, Household household) =>
        (
            await AnswerAsync(
                await session.Http.PostAsJsonAsync($"/api/rounds/{round}/registrations", new { commandId = Guid.CreateVersion7(), householdIds = new[] { household.Id } })
            )
        )
            .GetProperty("assessmentIds")[0]
            .GetGuid();

    /// <summary>Families of the first hamlet whose children all go to school, so that the sample set can be passed.</summary>
    public Task<List<Household>> FamiliesAsync() =>
        app.QueryAsync(async db =>
        {
            var households = await db.Set<Household>().Where(h => h.AreaId == First).OrderBy(h => h.Number.Length).ThenBy(h => h.Number).ToListAsync();
            var ids = households.Select(h => h.Id).ToList();
            var people = (await db.Set<Person>().Where(p => ids.Contains(p.HouseholdId)).ToListAsync()).ToLookup(p => p.HouseholdId);
            var day = DateOnly.FromDateTime(TestApp.Start.DateTime);
            return households.Where(h => people[h.Id].Where(p => p.AgeOn(day) is >= 6 and < 18).All(p => p.Schooling.Attending is not null)).ToList();
        });

    /// <summary>Answers that pass without a photo: all but the eight points of the study corner.</summary>
    public async Task<(Dictionary<string, string?> Answers, Dictionary<string, string?> Facts)> PassingAsync(Guid assessment)
    {
        var adults = await app.InsideAsync(async services =>
        {
            var file = await CaseFile.LoadAsync(services.GetRequiredService<AppDb>(), assessment, default);
            return services.GetRequiredService<FamilySheets>().For(file!).Registry["adults"]!.Value.Number;
        });
        var answers = new Dictionary<string, string?>
        {
            ["1.2"] = "tat-ca",
            ["2.2"] = "tat-ca",
            ["2.3"] = "tim-kiem+dich-vu-cong+thanh-toan+hoc-truc-tuyen+an-toan",
            ["3.1"] = "chua-co",
            ["3.2"] = "dien-thoai+may-tinh+internet",
            ["4.1"] = "hang-ngay",
            ["4.2"] = "thuong-xuyen",
            ["5.1"] = "no",
            ["5.2"] = "no",
        };
        return (answers, new() { ["adults_titled"] = adults.ToString(), ["books"] = "20" });
    }

    public async Task<HttpResponseMessage> WriteAsync(Session session, Guid assessment, int basedOn, bool handIn, Guid? commandId = null, string? lateReason = null)
    {
        var (answers, facts) = await PassingAsync(assessment);
        var body = new
        {
            commandId = commandId ?? Guid.CreateVersion7(),
            basedOn,
            answers,
            facts,
            handIn,
            lateReason,
        };
        return await session.Http.PostAsJsonAsync($"/api/assessments/{assessment}/self", body);
    }

    public Task<Assessment> AssessmentAsync(Guid id) => app.QueryAsync(db => db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.Id == id));

    public Task<List<AssessmentStep>> StepsAsync(Guid assessment) =>
        app.QueryAsync(db => db.Set<AssessmentStep>().AsNoTracking().Where(s => s.AssessmentId == assessment).OrderBy(s => s.At).ToListAsync());

    public static async Task<JsonElement> AnswerAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
