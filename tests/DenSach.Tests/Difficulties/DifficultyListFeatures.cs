using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Difficulties;

/// <summary>Many difficulties stay to be found: a page at a time, by words, state, place and how long nobody spoke. Whose word it is next is told in the queue.</summary>
public abstract class DifficultyListFeatures(TestApp app)
{
    private static readonly Guid Somebody = Guid.CreateVersion7();

    private Task<Guid> PlantAsync(int area, string title, int daysAgo = 0, bool answered = false, int? passedTo = null) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var tree = services.GetRequiredService<AreaTree>();
            var register = tree[area].HomeRegisterId!.Value;
            var at = TestApp.Start.UtcDateTime.AddDays(-daysAgo);
            var difficulty = new Difficulty
            {
                RegisterId = register,
                Id = RowId.New(register),
                AreaId = area,
                Title = title,
                RaisedBy = Somebody,
                RaisedAt = at,
            };
            difficulty.Raise(tree.CommuneOf(area, new DateOnly(2026, 11, 21))!.Id, "Đề nghị hướng dẫn.", new Spoken(at, Somebody, "Người Thử", null));
            if (passedTo is { } above)
            {
                difficulty.PassUp(above, "Ngoài khả năng của xã", new Spoken(at, Somebody, "Người Thử", null));
            }
            if (answered)
            {
                difficulty.Answer("Đã cấp", new Spoken(at, Somebody, "Người Thử", null));
            }
            db.Add(difficulty);
            await db.SaveChangesAsync();
            return difficulty.Id;
        });

    private static IEnumerable<string> Titles(PageView page) => page.FindAll("ul.due a").Select(a => a.TextContent);

    [Fact]
    public async Task A_list_is_paged_searched_without_marks_and_narrowed_by_state_place_and_silence()
    {
        for (var i = 1; i <= 33; i++)
        {
            await PlantAsync(KnownAreas.NongCongHamlets[0], $"Thiếu sách đợt {i}");
        }
        await PlantAsync(KnownAreas.NongCongHamlets[1], "Đường đến nhà văn hóa sạt lở", daysAgo: 40);
        await PlantAsync(KnownAreas.NongCongHamlets[1], "Mất điện nhà văn hóa", daysAgo: 3, answered: true);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var first = await officer.GetAsync("/kho-khan");
        Titles(first).Count().ShouldBe(30);
        Titles(first).First().ShouldBe("Đường đến nhà văn hóa sạt lở", "what has waited longest stands first");
        Titles(await first.FollowAsync("Trang sau")).Count().ShouldBe(5);
        Titles(await officer.GetAsync("/kho-khan?q=nha van hoa sat lo")).ShouldBe(["Đường đến nhà văn hóa sạt lở"]);
        Titles(await officer.GetAsync("/kho-khan?xem=da-tra-loi")).ShouldBe(["Mất điện nhà văn hóa"]);
        Titles(await officer.GetAsync($"/kho-khan?dia-ban={KnownAreas.NongCongHamlets[1]}")).Count().ShouldBe(2);
        Titles(await officer.GetAsync("/kho-khan?qua=30")).ShouldBe(["Đường đến nhà văn hóa sạt lở"]);
        Titles(await officer.GetAsync("/kho-khan?xem=da-xong")).ShouldBeEmpty();
        (await officer.GetAsync("/kho-khan?q=khong-co-gi")).Text.ShouldContain("Không có khó khăn nào như vậy");
        (await officer.GetAsync("/viec")).Text.ShouldContain("34 khó khăn của cấp dưới chờ trả lời");
    }

    [Fact]
    public async Task Who_told_it_hears_of_too_long_a_silence_and_of_the_answer_whoever_holds_the_office_now()
    {
        await PlantAsync(KnownAreas.BinhLuHamlets[3], "Chờ lâu quá", daysAgo: 20);
        await PlantAsync(KnownAreas.BinhLuHamlets[3], "Chưa lâu", daysAgo: 5);
        await PlantAsync(KnownAreas.BinhLuHamlets[1], "Đã được trả lời cho bản", answered: true);
        using var head = await app.SignInAsync("truong-ban-2");
        (await head.GetAsync("/viec")).Text.ShouldContain("1 khó khăn của mình đã được trả lời", customMessage: "told by the head before this one");
        (await head.GetAsync("/viec")).Text.ShouldNotContain("lâu chưa được trả lời", customMessage: "another hamlet's");
        await PlantAsync(KnownAreas.BinhLuHamlets[1], "Bản này chờ lâu", daysAgo: 20);
        (await head.GetAsync("/viec")).Text.ShouldContain("1 khó khăn đã báo lâu chưa được trả lời");
    }

    [Fact]
    public async Task The_commune_that_passed_it_up_hears_what_was_answered_above()
    {
        using var commune = await app.SignInAsync("hoi-khuyen-hoc");
        await PlantAsync(KnownAreas.BinhLuHamlets[0], "Chuyển lên tỉnh", answered: true, passedTo: KnownAreas.LaiChau);
        (await commune.GetAsync("/viec")).Text.ShouldContain("1 khó khăn chuyển lên trên đã có trả lời");
    }

    [Fact]
    public async Task Programs_get_offices_and_no_account()
    {
        using var head = await app.SignInAsync("truong-ban");
        await (await head.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên").Set("Title", "Cho chương trình").Set("Text", "Đề nghị").SubmitAsync();
        await PlantAsync(KnownAreas.BinhLuHamlets[0], "Từ trước khi có tên chức vụ");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var json = await officer.Http.GetStringAsync("/api/difficulties?text=cho+chuong+trinh");
        var line = JsonDocument.Parse(json).RootElement.GetProperty("lines").EnumerateArray().ShouldHaveSingleItem();
        line.GetProperty("steps")[0].GetProperty("office").GetString().ShouldStartWith("Trưởng thôn, bản, ");
        var account = await app.QueryAsync(db => Task.FromResult(db.Set<Difficulty>().Single(d => d.Title == "Cho chương trình").RaisedBy));
        var all = await officer.Http.GetStringAsync("/api/difficulties");
        all.ShouldNotContain(account.ToString());
        all.ShouldNotContain(Somebody.ToString());
        all.ShouldNotContain("Người Thử");
        all.ShouldNotContain("Vàng A Sáng");
        all.ShouldContain("Từ trước khi có tên chức vụ");
    }

    [Fact]
    public async Task A_target_and_a_task_lead_to_the_form_with_that_item_chosen_and_alike_targets_are_told_apart()
    {
        var plan = await app.PlantAsync(
            KnownAreas.NongCong,
            p =>
            {
                foreach (var measure in new[] { "gia đình thử ở thôn Một", "gia đình thử ở thôn Hai", "gia đình thử ở thôn Hai" })
                {
                    p.Add(
                        new TargetContent
                        {
                            Year = 2027,
                            Value = 80,
                            Unit = "%",
                            Subject = DenSach.Papers.Plans.PlanSubject.Household,
                            Title = "Gia đình học tập",
                            Measure = measure,
                        }
                    );
                }
                p.Add(new TaskContent { Lead = "Hội Khuyến học xã", What = "việc thử có đường dẫn" });
            }
        );
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var page = await officer.GetAsync($"/ke-hoach/{plan.Id}");
        foreach (var item in new[] { "ct-2", "nv-1" })
        {
            var link = page.Document.Links.Single(a => a.GetAttribute("href") == $"/kho-khan/bao?ke-hoach={plan.Id}&muc={item}");
            link.TextContent.ShouldStartWith("Báo khó khăn");
            (await officer.GetAsync(link.GetAttribute("href")!)).Find("select#muc option[selected]")!.GetAttribute("value").ShouldBe(item);
        }
        var words = (await officer.GetAsync($"/kho-khan/bao?ke-hoach={plan.Id}")).FindAll("select#muc option").Select(o => o.TextContent).ToList();
        words.Distinct().Count().ShouldBe(5, "the whole plan, three targets, a task");
        words.ShouldContain(w => w.StartsWith("80% gia đình thử ở thôn Một, năm 2027", StringComparison.Ordinal));
        using var inspector = await app.SignInAsync("kiem-tra");
        (await inspector.GetAsync("/ke-hoach")).Document.Links.ShouldNotContain(a => a.GetAttribute("href")!.Contains("kho-khan/bao", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_plan_in_force_can_be_chosen_and_any_target_deadline_and_task_of_it()
    {
        using var head = await app.SignInAsync("truong-ban");
        var page = await (await head.GetAsync("/kho-khan/bao")).Form("Chọn kế hoạch").SubmitAsync();
        var plans = page.FindAll("select#ke-hoach option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ToList();
        plans.ShouldNotBeEmpty();
        var chosen = await head.GetAsync($"/kho-khan/bao?ke-hoach={plans[0]}");
        var items = chosen.FindAll("select#muc option").Select(o => o.GetAttribute("value")!).ToList();
        items.ShouldContain(i => i.StartsWith("ct-"));
        items.ShouldContain(i => i.StartsWith("h-"));
        items.ShouldContain(i => i.StartsWith("nv-"));
        var deadline = items.First(i => i.StartsWith("h-", StringComparison.Ordinal));
        var told = await chosen.Form("Gửi lên cấp trên").Set("muc", deadline).Set("Title", "Vướng ở một hạn").Set("Text", "Không kịp").SubmitAsync();
        told.Document.Links.ShouldContain(a => a.GetAttribute("href") == $"/ke-hoach/{plans[0]}#{deadline}");
    }
}

public sealed class DifficultyListOnSqlite(SqliteApp app) : DifficultyListFeatures(app), IClassFixture<SqliteApp>;

public sealed class DifficultyListOnPostgres(PostgresApp app) : DifficultyListFeatures(app), IClassFixture<PostgresApp>;
