using System.Net;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Hosting;

/// <summary>What is printed on paper leads to the address the office has set, not to one that a caller wrote into the request.</summary>
public sealed class PublicAddressRules : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("densach-address-").FullName;
    private WebApplication app = null!;
    private Uri address = null!;

    public async Task InitializeAsync()
    {
        app = DenSachHost.Build(
            [$"--DENSACH_DATA={folder}", "--DENSACH_JOBS=0", "--DENSACH_PROXIES=127.0.0.1", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0"],
            AllModules.List
        );
        using (ConsoleOutput.To(new StringWriter()))
        {
            await app.Services.GetRequiredService<Installation>().PrepareAsync(app.Services, AllModules.List, CancellationToken.None);
        }
        await app.StartAsync();
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_forwarded_host_is_nobodys_word_even_from_the_proxy()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        var answer = await client.GetAsync("/toi");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task The_picture_of_a_check_is_kept_by_the_browser_alone()
    {
        using var client = new HttpClient { BaseAddress = address };
        var answer = await client.GetAsync($"/kiem-tra/{PublicCode.Of(RowId.New(1))}/qr.svg");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.CacheControl.Public.ShouldBeFalse();
    }

    [Fact]
    public void The_configured_address_goes_before_the_request_and_a_wrong_one_is_told_at_the_start()
    {
        var request = new DefaultHttpContext
        {
            Request =
            {
                Scheme = "http",
                Host = new HostString("evil.example"),
                PathBase = "",
            },
        }.Request;
        With(null).Of(request).ShouldBe("http://evil.example");
        With("https://densach.example/tinh/").Of(request).ShouldBe("https://densach.example/tinh");
        Should.Throw<InvalidOperationException>(() => With("densach.example")).Message.ShouldContain("DENSACH_ADDRESS");

        static PublicAddress With(string? address) => new(new ConfigurationBuilder().AddInMemoryCollection([new("DENSACH_ADDRESS", address)]).Build());
    }
}
