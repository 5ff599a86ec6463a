using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>
/// The five received plans, each as a Word file and as a PDF, through the hands of the officer whose plan it is: uploaded, compared with the sentences, corrected, confirmed in
/// the place of the copy the demo came with. Then the calendar of each place says by when it owes what to whom, in the words of its own plan.
/// </summary>
[Collection(nameof(Chromium))]
public sealed partial class PlanWalk(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Before the first review of 2026 falls due, so that all of them stand in the calendar of the plans confirmed here.</summary>
    private const string Now = "2026-03-20T08:00:00+07:00";

    private readonly AppProcess app = new();

    public Task InitializeAsync() => app.StartAsync(Now);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Five_plans_from_the_received_file_to_the_calendar()
    {
        await AsAsync("hoi-nong-cong", VanHoaAsync);
        await AsAsync("hoi-ninh-binh", MyLocAsync);
        await AsAsync("hoi-khuyen-hoc", BinhLuAsync);
        await AsAsync("hoi-hung-yen", HungYenAsync);
        await AsAsync("hoi-tuy-an-tay", AnNghiepAsync);
        Pictures.TooWide.ShouldBeEmpty();
        Inspection.Findings.ShouldBeEmpty();
    }

    private async Task VanHoaAsync(Person officer)
    {
        await TakeInAsync(officer, "van-hoa-2022", targets: 16, deadlines: 5, confirmed: "docx");
        await CheckByHandAsync(officer);
        await ConfirmAsync(officer, "38/KH-UBND");
        await officer.SeesAsync("Đã sửa tay");
        await officer.SeesAsync("Thêm tay");
        await DueAsync(officer, 2026, 12, "4/12", "trước ngày 5/12 hàng năm", to: "HKH huyện");
        await DueAsync(officer, 2026, 12, "31/12", "quý IV hàng năm", what: "quyết định công nhận");
        await DueAsync(officer, 2026, 6, "30/6", "quý II/2026", what: "sơ kết 5 năm");
        await DueAsync(officer, 2030, 12, "31/12", "quý IV năm 2030", what: "tổng kết 10 năm");
        await DueAsync(officer, 2030, 12, "31/12", "quý IV hàng năm", what: "quyết định công nhận");
    }

    private async Task MyLocAsync(Person officer)
    {
        await TakeInAsync(officer, "my-loc-2022", targets: 21, deadlines: 5, confirmed: "pdf", area: "Mỹ Lộc");
        await officer.Page.EvaluateAsync("window.scrollTo(0, 0)");
        await Pictures.TakeAsync(officer, "kiem-tra-ke-hoach");
        await SettleAllAsync(officer);
        await ConfirmAsync(officer, "Mỹ Lộc");
        await Pictures.TakeAsync(officer, "ke-hoach-dai");
        await DueAsync(officer, 2026, 11, "29/11", "trước ngày 30 tháng 11 hằng năm", to: "Phòng Giáo dục và Đào tạo");
        await DueAsync(officer, 2026, 12, "9/12", "trước ngày 10 tháng 12 hằng năm", to: "Phòng Giáo dục và Đào tạo");
        await DueAsync(officer, 2026, 12, "14/12", "trước ngày 15 tháng 12 hằng năm", to: "UBND huyện");
        await Pictures.TakeAsync(officer, "lich-nam");
        await officer.FollowAsync("main h2 a[href*='/lich/2026/12']");
        await Pictures.TakeAsync(officer, "lich-thang");
        await DueAsync(officer, 2030, 12, "31/12", "vào năm 2030", what: "tổng kết");
        await officer.GoAsync("/nhiem-vu");
        await Pictures.TakeAsync(officer, "nhiem-vu");
        await officer.FollowAsync("main a[href^='/nhiem-vu/']");
        await Pictures.TakeAsync(officer, "nhiem-vu-mot");
    }

    private async Task BinhLuAsync(Person officer)
    {
        await TakeInAsync(officer, "binh-lu-2026", targets: 10, deadlines: 1, confirmed: "docx");
        await SettleAllAsync(officer);
        await ConfirmAsync(officer, "xã Bình Lư");
        await DueAsync(officer, 2026, 12, "30/12", "trước ngày 31/12 hằng năm", to: "UBND tỉnh và Hội Khuyến học cấp trên");
    }

    private async Task HungYenAsync(Person officer)
    {
        await TakeInAsync(officer, "hung-yen-2022", targets: 41, deadlines: 2, confirmed: "pdf");
        await SettleAllAsync(officer);
        await ConfirmAsync(officer, "127/KH-UBND");
        await DueAsync(officer, 2026, 3, "31/3", "quý I/2026", what: "sơ kết 5 năm");
        await DueAsync(officer, 2030, 6, "30/6", "quý II/2030", what: "Tổng kết 10 năm");
    }

    private async Task AnNghiepAsync(Person officer)
    {
        await TakeInAsync(officer, "an-nghiep-2024", targets: 0, deadlines: 6, confirmed: "pdf");
        await SettleAllAsync(officer);
        await ConfirmAsync(officer, "xã An Nghiệp");
        (await officer.Page.Locator("section[aria-labelledby=targets] tbody tr").CountAsync()).ShouldBe(0, "the plan names no number, so there is none");
        await officer.SeesAsync("Kế hoạch này không có chỉ tiêu nào bằng số.");
        var goals = await officer.Page.Locator("section[aria-labelledby=goals] li").AllInnerTextsAsync();
        goals.Count.ShouldBe(7, string.Join('\n', goals));
        foreach (var title in new[] { "Đơn vị học tập", "Cộng đồng học tập", "Gia đình học tập", "Dòng họ học tập", "Công dân học tập" })
        {
            goals.ShouldContain(g => g.Contains(title, StringComparison.OrdinalIgnoreCase), title);
        }
        await DueAsync(officer, 2030, 12, "31/12", "vào năm 2030", what: "tổng kết");
    }

    /// <summary>Both files say the same; the one that is not kept is thrown away, and nothing of it stays.</summary>
    private async Task TakeInAsync(Person officer, string plan, int targets, int deadlines, string confirmed, string? area = null)
    {
        var (word, pdf) = (ReceivedFiles.Word(plan), await ReceivedFiles.PdfAsync(chromium, plan));
        foreach (var file in confirmed == "docx" ? new[] { pdf, word } : [word, pdf])
        {
            await officer.GoAsync("/ke-hoach/nap");
            await officer.Page.Locator("[name=Upload]").SetInputFilesAsync(file);
            await ChooseAreaAsync(officer, area);
            await officer.PressAsync("Đọc văn bản");
            officer.Page.Url.ShouldEndWith("/kiem-tra", customMessage: $"{file.Name}: {await officer.TextAsync()}");
            (await officer.TextAsync()).ShouldContain($"{targets} chỉ tiêu · {deadlines} hạn", customMessage: file.Name);
            if (!file.Name.EndsWith(confirmed, StringComparison.Ordinal))
            {
                await officer.PressAsync("Bỏ bản này");
                await officer.SeesAsync("Đã bỏ bản đang kiểm tra.");
            }
        }
        await EachRowLightsItsSentenceAsync(officer);
    }

    private static async Task ChooseAreaAsync(Person officer, string? area)
    {
        var choice = officer.Page.Locator("select[name=AreaId]");
        if (await choice.CountAsync() == 0)
        {
            return;
        }
        var options = await choice.Locator("option").AllInnerTextsAsync();
        var wanted = area is null ? options[0] : options.First(o => o.Contains(area, StringComparison.Ordinal) && o.Contains("đơn vị cũ", StringComparison.Ordinal));
        await choice.SelectOptionAsync(new SelectOptionValue { Label = wanted });
    }

    /// <summary>A touch on a row brings its words into sight and lights them, and them alone.</summary>
    private static async Task EachRowLightsItsSentenceAsync(Person officer)
    {
        foreach (var row in (await officer.Page.Locator("main a.row-link[href^='#']").AllAsync()).Take(3))
        {
            var mark = (await row.GetAttributeAsync("href"))!;
            await row.ClickAsync();
            var lit = officer.Page.Locator("mark:target");
            (await lit.GetAttributeAsync("id")).ShouldBe(mark[1..]);
            (await lit.InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
            (await lit.EvaluateAsync<string>("m => getComputedStyle(m).backgroundColor")).ShouldBe("rgb(255, 225, 160)", mark);
            (await lit.EvaluateAsync<bool>("m => { const b = m.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }")).ShouldBeTrue($"{mark} is in sight");
        }
    }

    private static async Task CheckByHandAsync(Person officer)
    {
        var check = officer.Page.Url.Split('#')[0];
        await officer.FollowAsync("section[aria-labelledby=targets] a[href$='/chi-tieu/1']");
        (await officer.Page.Locator("blockquote.said").InnerTextAsync()).ShouldContain("%");
        var before = await officer.Page.Locator("[name=Value]").InputValueAsync();
        await officer.FillAsync("Value", "61,5");
        await officer.PressAsync("Ghi");
        await officer.SeesAsync("Đã sửa tay");
        (await officer.Page.Locator("section[aria-labelledby=targets] tbody tr").First.InnerTextAsync()).ShouldContain(before, customMessage: "what was read stays beside it");

        await officer.FollowAsync("section[aria-labelledby=targets] header a[href$='/chi-tieu']");
        await officer.Page.Locator("[name=Subject]").SelectOptionAsync("School");
        await officer.FillAsync("Value", "100");
        await officer.FillAsync("Year", "2030");
        await officer.FillAsync("Measure", "trường có góc đọc sách");
        await officer.PressAsync("Ghi");
        await officer.SeesAsync("Thêm tay");
        await officer.SeesAsync("17 chỉ tiêu");

        await officer.PressAsync("Bỏ");
        (await officer.Page.Locator("tr.dropped").CountAsync()).ShouldBe(1);
        await officer.SeesAsync("16 chỉ tiêu");
        await officer.PressAsync("Lấy lại");
        (await officer.Page.Locator("tr.dropped").CountAsync()).ShouldBe(0);
        await officer.SeesAsync("17 chỉ tiêu");
        await officer.GoAsync(check);
        (await SettleAllAsync(officer)).ShouldBeGreaterThan(0, "a received plan leaves something to look at");
    }

    private static async Task<int> SettleAllAsync(Person officer)
    {
        var settled = 0;
        while (await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Đã xem", Exact = true }).CountAsync() > 0)
        {
            await officer.PressAsync("Đã xem");
            settled++;
        }
        return settled;
    }

    /// <summary>In force in the place of the demo's copy, which ends today.</summary>
    private static async Task ConfirmAsync(Person officer, string name)
    {
        var earlier = officer.Page.Locator("[name=EarlierId]");
        (await earlier.Locator("option:checked").InnerTextAsync()).ShouldContain(name, customMessage: "the same plan is proposed as the one to replace");
        var replaced = await earlier.InputValueAsync();
        await officer.PressAsync("Xác nhận kế hoạch");
        await officer.SeesAsync("Đã xác nhận kế hoạch.");
        var confirmed = new Uri(officer.Page.Url).AbsolutePath;
        await officer.GoAsync($"/ke-hoach/{replaced}");
        await officer.SeesAsync("Hết hiệu lực từ");
        await officer.GoAsync(confirmed);
        await officer.SeesAsync("Đang thực hiện");
    }

    /// <summary>The calendar of the year has the day with what the plan says and to whom it goes.</summary>
    private static async Task DueAsync(Person officer, int year, int month, string day, string said, string? to = null, string? what = null)
    {
        if (!officer.Page.Url.EndsWith($"/lich?nam={year}", StringComparison.Ordinal))
        {
            await officer.GoAsync($"/lich?nam={year}");
        }
        var items = (await officer.Page.Locator($"section[aria-labelledby=t-{month}] .due li:not(.above)").AllInnerTextsAsync())
            .Select(i => Spaces().Replace(i, " ").Trim())
            .Where(i => i.StartsWith($"{day} ", StringComparison.Ordinal) && i.Contains(said, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var all = await officer.TextAsync();
        items.ShouldNotBeEmpty($"{day}/{year}, “{said}”: {all}");
        if (to is not null)
        {
            items.ShouldContain(i => i.Contains($"→ {to}", StringComparison.OrdinalIgnoreCase), $"{day}: {all}");
        }
        if (what is not null)
        {
            items.ShouldContain(i => i.Contains(what, StringComparison.OrdinalIgnoreCase), $"{day}: {all}");
        }
    }

    private async Task AsAsync(string card, Func<Person, Task> step)
    {
        await using var person = await Person.SignInAsync(chromium, app, card);
        try
        {
            await step(person);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{card}, on {person.Page.Url}: {failure.Message}", failure);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
