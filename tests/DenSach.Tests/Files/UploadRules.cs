using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Files;

/// <summary>Files by HTTP on a real port: whatever is sent, the sender hears a sentence, what was typed arrives, and nothing is left in the folder.</summary>
public sealed class UploadRules : IAsyncLifetime
{
    internal const int Register = 8101;
    private readonly string folder = Directory.CreateTempSubdirectory("densach-").FullName;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        IReadOnlyList<IModule> modules = [.. AllModules.List, new Door()];
        app = DenSachHost.Build([$"--DENSACH_DATA={folder}", "--DENSACH_JOBS=0", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0"], modules);
        await app.Services.GetRequiredService<Installation>().PrepareAsync(app.Services, modules, CancellationToken.None);
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_photo_in_a_form_is_stored_and_the_fields_beside_it_arrive()
    {
        var answer = await PostFormAsync(new ByteArrayContent(SampleFiles.Jpeg()), before: "Họp xóm", after: "tối qua");
        answer.ShouldBe((HttpStatusCode.OK, $"Họp xóm|tối qua|1 image/jpeg"));
        Kept().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Two_hundred_megabytes_in_a_form_get_the_sentence_and_what_was_typed_is_not_lost()
    {
        var answer = await PostFormAsync(new StreamContent(new SampleFiles.Endless(200L << 20)), before: "Họp xóm", after: "tối qua");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldStartWith("Họp xóm|tối qua|file_too_large Anh Tệp lớn hơn 10 MB nên chưa được nhận.");
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_kind_in_a_form_gets_the_sentence()
    {
        var answer = await PostFormAsync(new ByteArrayContent("<html>"u8.ToArray()), before: "a", after: "b");
        answer.Text.ShouldStartWith("a|b|file_type Anh Tệp này không phải ảnh");
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task No_file_chosen_is_no_fault()
    {
        // As a browser sends an empty file field.
        var answer = await PostRawFormAsync("--b\r\nContent-Disposition: form-data; name=\"Anh\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n");
        answer.Text.ShouldBe("||0 ");
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_keeps_none_of_them()
    {
        var part = (string name, string content) => $"--b\r\nContent-Disposition: form-data; name=\"Anh\"; filename=\"{name}\"\r\n\r\n{content}\r\n";
        var answer = await PostRawFormAsync(part("a.pdf", "%PDF-1.7 good and long enough") + part("b.pdf", "bad and long enough"));
        answer.Text.ShouldStartWith("||file_type");
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_nothing_is_kept()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Jpeg()), "Anh", "a.jpg" } };
        // Gone when the answer is heard, however long the request itself takes to end.
        form.Headers.Add(Lingering.Header, "yes");
        (await client.PostAsync("/thu/bieu-mau", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused()
    {
        using var content = new StringContent("--b\r\nContent-Disposition: form-data; name=\"Anh\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and then noth");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        (await client.PostAsync("/thu/bieu-mau", content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_photo_as_a_bare_body_is_stored_and_can_be_shown_but_not_run()
    {
        var response = await client.PostAsync("/thu/tep", new ByteArrayContent(SampleFiles.Png()));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var hash = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("sha256").GetString();
        var shown = await client.GetAsync($"/thu/tep/{hash}");
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(SampleFiles.Png());
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shown.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        shown.Content.Headers.ContentDisposition!.ToString().ShouldStartWith("inline; filename*=utf-8''minh%20ch%E1%BB%A9ng.png");
    }

    [Fact]
    public async Task A_pdf_is_saved_and_never_shown_in_the_page()
    {
        var response = await client.PostAsync("/thu/tep", new ByteArrayContent(SampleFiles.Pdf()));
        var hash = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("sha256").GetString();
        (await client.GetAsync($"/thu/tep/{hash}")).Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hundred_megabytes_as_a_bare_body_get_the_sentence(bool lengthKnown)
    {
        using var content = lengthKnown ? new StreamContent(new SampleFiles.Endless(200L << 20)) : (HttpContent)new Chunked(new SampleFiles.Endless(200L << 20));
        var response = await client.PostAsync("/thu/tep", content);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Tệp lớn hơn 10 MB");
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_asks_before_sending_is_answered_before_sending()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /thu/tep HTTP/1.1\r\nHost: x\r\nContent-Length: {200L << 20}\r\nExpect: 100-continue\r\n\r\n"));
        var answer = "";
        var buffer = new byte[4096];
        for (int read; !answer.Contains("file_too_large", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer)) > 0; )
        {
            answer += Encoding.UTF8.GetString(buffer, 0, read);
        }
        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain("file_too_large");
    }

    private async Task<(HttpStatusCode Status, string Text)> PostFormAsync(HttpContent file, string before, string after)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(before), "Truoc" },
            { file, "Anh", "tấm ảnh.exe" },
            { new StringContent(await client.GetStringAsync("/thu/bieu-mau")), "__RequestVerificationToken" },
            { new StringContent(after), "Sau" },
        };
        var response = await client.PostAsync("/thu/bieu-mau", form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Text)> PostRawFormAsync(string parts)
    {
        var token = await client.GetStringAsync("/thu/bieu-mau");
        using var content = new StringContent($"{parts}--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--b--\r\n");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        var response = await client.PostAsync("/thu/bieu-mau", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private string[] Kept() => Directory.Exists(Path.Combine(folder, "evidence")) ? Directory.GetFiles(Path.Combine(folder, "evidence"), "*", SearchOption.AllDirectories) : [];

    private sealed class Chunked(Stream stream) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => stream.CopyToAsync(target);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>A page and an endpoint that take files as those of the modules do.</summary>
    private sealed class Door : IModule
    {
        public void Add(ModuleBuilder module)
        {
            module.Services.AddControllers().AddApplicationPart(typeof(UploadPage).Assembly);
            module.Services.AddSingleton<IStartupFilter, Lingering>();
        }

        public void Map(IEndpointRouteBuilder endpoints)
        {
            endpoints.MapControllers();
            endpoints
                .MapPost("/thu/tep", async (HttpContext http, FileStore store) => (await store.SaveBodyAsync(http, Register, http.RequestAborted)).ToHttp())
                .WithMetadata(new TakesFileAttribute(), new PublicAttribute());
            endpoints
                .MapGet(
                    "/thu/tep/{hash}",
                    async (string hash, FileStore store, CancellationToken cancellation) =>
                        await store.OpenAsync(Register, hash, cancellation) is { Ok: true } opened ? opened.Value.ToHttp("minh chứng") : Results.NotFound()
                )
                .WithMetadata(new PublicAttribute());
        }
    }
}

/// <summary>A request that does not end with its answer, as one whose process is busy just then.</summary>
internal sealed class Lingering : IStartupFilter
{
    public const string Header = "X-Lingers";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (http, rest) =>
                {
                    await rest(http);
                    if (http.Request.Headers.ContainsKey(Header))
                    {
                        await http.Response.CompleteAsync();
                        await Task.Delay(500);
                    }
                }
            );
            next(app);
        };
}

/// <summary>A form such as pages have: only the framework's own discovery makes it a top-level type.</summary>
[Route("/thu/bieu-mau"), Public]
public sealed class UploadPage(FileStore store, IAntiforgery antiforgery) : ControllerBase
{
    [HttpGet]
    public string Token() => antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;

    [HttpPost, TakesFile, ValidateAntiForgeryToken]
    public async Task<string> PostAsync([FromForm] string? truoc, [FromForm] string? sau)
    {
        var files = await store.TakeAsync(HttpContext, "Anh", UploadRules.Register, HttpContext.RequestAborted);
        return $"{truoc}|{sau}|"
            + (
                files.Problem is { } problem
                    ? $"{problem.Code} {problem.Field} {problem.Sentence}"
                    : $"{files.Value.Length} {string.Join(' ', files.Value.Select(f => f.MediaType))}"
            );
    }
}
