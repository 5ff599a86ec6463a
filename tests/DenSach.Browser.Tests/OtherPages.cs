using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>The pages beside the path of the walk, visited by whoever works with them, so that every page is looked at once.</summary>
public static class OtherPages
{
    public static async Task ForAnybodyAsync(Chromium chromium, AppProcess app)
    {
        await using var anybody = await Person.WithoutSigningInAsync(chromium, app);
        foreach (var url in new[] { "/", "/dang-nhap", "/nhan-tai-khoan", "/kiem-tra" })
        {
            await anybody.GoAsync(url);
        }
    }

    public static async Task ForTheOfficerAsync(Person officer, string round)
    {
        foreach (
            var url in new[]
            {
                "/viec",
                "/dot",
                "/dia-ban",
                "/dia-ban/2001",
                "/ho",
                "/quyet-dinh",
                "/tieu-chi",
                "/ke-hoach/nap",
                "/ke-hoach/viet",
                "/lich",
                "/lich/2026/12",
                "/lich/dang-ky",
                "/nhiem-vu",
                "/kho-khan",
                "/toi",
                "/toi/ma-xac-thuc",
                "/tai-khoan",
                "/tai-khoan/moi?diaBan=5001",
            }
        )
        {
            await officer.GoAsync(url);
        }
        await FollowAsync(officer, "/tieu-chi", "main a[href^='/tieu-chi/']");
        await FollowAsync(officer, "/tai-khoan", "main a[href^='/tai-khoan/']:not([href^='/tai-khoan/moi'])");
        await officer.GoAsync($"{new Uri(officer.Page.Url).AbsolutePath}/quyen");
        await FollowAsync(officer, $"/dot/{round}/niem-yet", $"main a[href^='/dot/{round}/niem-yet/']");
        await officer.GoAsync($"{new Uri(officer.Page.Url).AbsolutePath.Replace("/ban-in", "", StringComparison.Ordinal)}/ban-in");
        await officer.GoAsync($"/dot/{round}");
        await FollowAsync(officer, $"/dot/{round}/ban/5001", "main a[href^='/danh-gia/']");
        await FollowAsync(officer, "/ho", "main a[href^='/ho/']:not([href*=xuat])");
        await FollowAsync(officer, null, "main a[href^='/nguoi/']");
    }

    /// <summary>A plan and what hangs on it: each of its forms, one of its tasks, a difficulty, a committee, a regulation.</summary>
    public static async Task AroundThePlanAsync(Person officer)
    {
        await FollowAsync(officer, "/ke-hoach", "main table a[href^='/ke-hoach/']:has-text('Bình Lư')");
        var plan = new Uri(officer.Page.Url).AbsolutePath;
        foreach (var page in new[] { "kiem-tra", "chi-tieu", "chi-tieu/1", "han", "han/1", "nhiem-vu", "nhiem-vu/1", "van-ban", "thu-hoi", "ban-in" })
        {
            await officer.GoAsync($"{plan}/{page}");
        }
        await FollowAsync(officer, "/nhiem-vu", $"main a[href^='/nhiem-vu/{plan.Split('/')[^1]}/']");
        var task = new Uri(officer.Page.Url).AbsolutePath;
        await officer.FillAsync("Text", "Đã thống nhất cách làm với các bản.");
        await officer.PressAsync("Ghi tiến độ");
        await GoesOnAsync(officer, plan);
        await officer.GoAsync(task);
        await FollowAsync(officer, null, "main a[href^='/kho-khan/bao']");
        await officer.FillAsync("Title", "Bốn bản chưa có tủ sách");
        await officer.FillAsync("Text", "Xã không còn kinh phí năm nay; đề nghị tỉnh hỗ trợ sách cũ.");
        await officer.PressAsync("Gửi lên cấp trên");
        await officer.GoAsync("/ban-chi-dao");
        await officer.FillAsync("Name", "Ban chỉ đạo xây dựng xã hội học tập xã Bình Lư");
        await officer.FillAsync("From", "2026-01-05");
        await officer.PressAsync("Lập ban chỉ đạo");
        await officer.GoAsync("/quy-che/moi");
        await officer.FillAsync("Title", "Quy chế phối hợp giữa Ủy ban nhân dân xã và Hội Khuyến học xã");
        await officer.FillAsync("Parties", "Ủy ban nhân dân xã\nHội Khuyến học xã");
        await officer.PressAsync("Ghi quy chế");
    }

    /// <summary>The same plan once more, as if it were to take the place of the first: what was followed is looked at, and nothing confirmed.</summary>
    private static async Task GoesOnAsync(Person officer, string plan)
    {
        await officer.GoAsync("/ke-hoach/nap");
        await officer.FillAsync("Text", ReceivedFiles.TextOf("binh-lu-2026") + "\n(bản đánh máy lại)\n");
        await officer.PressAsync("Đọc văn bản");
        var draft = new Uri(officer.Page.Url).AbsolutePath;
        await officer.Page.Locator("#EarlierId").SelectOptionAsync(plan.Split('/')[^1]);
        await officer.PressAsync("Xác nhận kế hoạch");
        new Uri(officer.Page.Url).AbsolutePath.ShouldEndWith("/noi-tiep");
        await officer.GoAsync(new Uri(officer.Page.Url).PathAndQuery);
        await officer.GoAsync(draft);
        await officer.PressAsync("Bỏ bản này");
    }

    public static Task ForTheHamletHeadAsync(Person head, string round) => FollowAsync(head, $"/dot/{round}", $"main a[href^='/dot/{round}/hop/5001/']");

    public static async Task ForTheAdministratorAsync(Person administrator, string person)
    {
        await administrator.GoAsync($"/nguoi/{person}/xoa");
        await administrator.GoAsync("/giao-dien");
        await administrator.GoAsync("/tieu-chi/ban-hanh");
        await administrator.GoAsync("/loi/404", 404);
        await administrator.GoAsync("/dang-xuat");
    }

    public static Task ForACitizenAsync(Person citizen) => citizen.GoAsync("/danh-gia");

    private static async Task FollowAsync(Person person, string? from, string link)
    {
        if (from is not null)
        {
            await person.GoAsync(from);
        }
        await person.FollowAsync(link);
    }
}
