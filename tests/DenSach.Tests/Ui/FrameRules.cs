using System.IO.Compression;
using System.Net;
using DenSach.Platform.Ui;
using DenSach.Tests.Hosting;
using Shouldly;

namespace DenSach.Tests.Ui;

/// <summary>What holds for every page whatever it shows: headers, errors, language, weight.</summary>
public sealed class FrameRules() : TestApp(Engine.Sqlite)
{
    [Fact]
    public async Task Who_is_not_signed_in_reads_what_this_is_and_may_check_a_certificate()
    {
        using var anybody = Anonymous();
        var start = await anybody.GetAsync("/");
        start.Status.ShouldBe(HttpStatusCode.OK);
        start.Find("a[href='/dang-nhap']").ShouldNotBeNull();
        (await start.Form("Kiểm tra").Set("ma", "AB 12").SubmitAsync()).Path.ShouldBe("/kiem-tra/AB%2012");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kiem-tra")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/app.css")]
    [InlineData("/healthz")]
    [InlineData("/api/khong-co")]
    public async Task Every_answer_tells_the_browser_to_trust_only_our_own_files(string url)
    {
        using var anybody = Anonymous();
        var response = (await anybody.GetAsync(url)).Response;
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        response.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        response.Headers.Contains("Cross-Origin-Opener-Policy").ShouldBeTrue();
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("plain http");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kiem-tra")]
    [InlineData("/khong-co-trang-nay")]
    public async Task No_page_carries_inline_script_or_style(string url)
    {
        using var anybody = Anonymous();
        var page = await anybody.GetAsync(url);
        page.FindAll("script:not([src]), style, [style]").ShouldBeEmpty();
        page.FindAll("*").SelectMany(element => element.Attributes).ShouldNotContain(attribute => attribute.Name.StartsWith("on"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dang-nhap")]
    [InlineData("/khong-co-trang-nay")]
    public async Task A_form_that_posts_has_one_token_and_no_other_form_any(string url)
    {
        using var anybody = Anonymous();
        foreach (var form in (await anybody.GetAsync(url)).FindAll("form"))
        {
            form.QuerySelectorAll("[name=__RequestVerificationToken]").Length.ShouldBe(form.GetAttribute("method") == "post" ? 1 : 0, form.OuterHtml);
        }
    }

    [Fact]
    public async Task A_wrong_address_gets_a_page_for_people_and_problem_details_for_programs()
    {
        using var anybody = Anonymous();
        var page = await anybody.GetAsync("/khong-co-trang-nay");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("Không tìm thấy trang");
        var answer = (await anybody.GetAsync("/api/khong-co")).Response;
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_form_of_ours_that_came_too_late_keeps_what_was_typed()
    {
        using var anybody = Anonymous();
        anybody.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var late = await anybody.PostAsync("/ngon-ngu", new FormUrlEncodedContent([new("To", "en"), new("BackTo", "/kiem-tra")]));
        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.Text.ShouldContain("Chưa có gì thay đổi");
        (await late.Form("Gửi lại").SubmitAsync()).Path.ShouldBe("/kiem-tra");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task A_form_from_another_site_is_refused_and_not_offered_again(string header, string value)
    {
        using var anybody = Anonymous();
        anybody.Http.DefaultRequestHeaders.Add(header, value);
        var refused = await anybody.PostAsync("/ngon-ngu", new FormUrlEncodedContent([new("To", "en")]));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldNotContain("Gửi lại");
    }

    [Fact]
    public async Task A_password_is_never_written_back_into_a_page()
    {
        using var anybody = Anonymous();
        anybody.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var refused = await anybody.PostAsync("/ngon-ngu", new FormUrlEncodedContent([new("To", "en"), new("Password", "bi-mat-123")]));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Html.ShouldNotContain("bi-mat-123");
    }

    [Fact]
    public async Task A_form_that_is_too_large_gets_a_sentence()
    {
        using var anybody = Anonymous();
        var large = await anybody.PostAsync("/ngon-ngu", new FormUrlEncodedContent([new("To", new string('x', 8 << 20))]));
        large.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        large.Text.ShouldContain("Mức cho phép ở đây là 1 MB");
        using var file = new MultipartFormDataContent { { new ByteArrayContent(new byte[8 << 20]), "file", "anh.jpg" } };
        (await anybody.PostAsync("/ngon-ngu", file)).Text.ShouldContain("Nội dung gửi lên quá lớn");
    }

    [Fact]
    public async Task The_language_is_remembered_on_the_device_and_leaves_numbers_alone()
    {
        using var anybody = Anonymous();
        var english = await (await anybody.GetAsync("/")).Form("English").SubmitAsync();
        english.Path.ShouldBe("/");
        english.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.Text.ShouldContain("Check a certificate");
        (await anybody.GetAsync("/khong-co")).Text.ShouldContain("Page not found");
        (await (await anybody.GetAsync("/")).Form("Tiếng Việt").SubmitAsync()).Text.ShouldContain("Kiểm tra giấy công nhận");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kiem-tra")]
    [InlineData("/khong-co")]
    public async Task On_an_English_page_Vietnamese_stands_only_where_it_says_so(string url)
    {
        using var anybody = Anonymous();
        var page = await anybody.GetAsync($"{url}?ngon-ngu=en");
        foreach (var element in page.FindAll("*").Where(e => e.Closest("[lang='vi']") is null))
        {
            var own = string.Concat(element.ChildNodes.Where(n => n.NodeType == AngleSharp.Dom.NodeType.Text).Select(n => n.TextContent));
            Language.IsVietnamese(own).ShouldBeFalse(own.Trim());
            foreach (var name in new[] { "aria-label", "title", "placeholder", "alt" })
            {
                Language.IsVietnamese(element.GetAttribute(name)).ShouldBeFalse(element.GetAttribute(name));
            }
        }
    }

    [Theory]
    [InlineData("/", 150)]
    [InlineData("/kiem-tra", 30)]
    public async Task A_first_visit_costs_little(string url, int kilobytes)
    {
        using var browser = new HttpClient { BaseAddress = Address };
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        var html = await browser.GetByteArrayAsync(url);
        var page = await PageTextAsync(html);
        var files = Regexes.FilesOf(page).ToList();
        files.ShouldContain(file => file.Contains(".css"));
        long total = html.Length;
        var seen = new HashSet<string>();
        for (var i = 0; i < files.Count; i++)
        {
            if (!seen.Add(files[i]))
            {
                continue;
            }
            var bytes = await browser.GetByteArrayAsync(files[i]);
            bytes.Length.ShouldBeGreaterThan(0, files[i]);
            total += bytes.Length;
            if (files[i].Contains(".css"))
            {
                files.AddRange(Regexes.FontsOf(await PageTextAsync(bytes)));
            }
        }
        total.ShouldBeLessThan(kilobytes * 1024);
    }

    [Fact]
    public async Task One_address_may_not_ask_public_pages_without_end()
    {
        using var anybody = Anonymous();
        var answers = new List<PageView>();
        while (answers.Count < 200 && answers.LastOrDefault()?.Status != HttpStatusCode.TooManyRequests)
        {
            answers.Add(await anybody.GetAsync("/kiem-tra"));
        }
        answers.Count.ShouldBeGreaterThan(100, "a commune behind one address must be able to work");
        answers[^1].Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answers[^1].Response.Headers.RetryAfter.ShouldNotBeNull();
        answers[^1].Text.ShouldContain("Quá nhiều yêu cầu");
    }

    [Fact]
    public async Task The_machine_can_be_watched_and_the_interface_read()
    {
        using var anybody = Anonymous();
        (await anybody.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
        var description = await anybody.GetAsync("/openapi/v1.json");
        description.Status.ShouldBe(HttpStatusCode.OK);
        description.Html.ShouldContain("\"openapi\"");
    }

    private static async Task<string> PageTextAsync(byte[] zipped)
    {
        await using var unzipped = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        return await new StreamReader(unzipped).ReadToEndAsync();
    }

    private static class Regexes
    {
        public static IEnumerable<string> FilesOf(string html) =>
            System.Text.RegularExpressions.Regex.Matches(html, "(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg)[^\"]*)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

        public static IEnumerable<string> FontsOf(string css) =>
            System.Text.RegularExpressions.Regex.Matches(css, "url\\(\"?\\./(fonts/[^)\"]+)").Select(match => "/" + match.Groups[1].Value);
    }
}
