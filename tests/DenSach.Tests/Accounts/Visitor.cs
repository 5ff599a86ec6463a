using System.Net;
using System.Security.Cryptography;
using DenSach.Modules.Accounts;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Accounts;

/// <summary>How people of the demo come in, for tests that need somebody signed in.</summary>
public static class Visitor
{
    /// <summary>A browser says that a post came from one of our own pages.</summary>
    public static Session Browser(this TestApp app)
    {
        var session = app.Anonymous();
        session.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return session;
    }

    public static async Task<Session> WithCardAsync(this TestApp app, string card)
    {
        var session = app.Browser();
        (await session.CardAsync(card)).Path.ShouldBe("/viec");
        return session;
    }

    public static async Task<PageView> CardAsync(this Session session, string card)
    {
        var form = (await session.GetAsync("/dang-nhap")).Form("Trưởng thôn, bản");
        return await form.Set("card", card).SubmitAsync();
    }

    public static async Task<PageView> PasswordAsync(this Session session, string name, string password, string url = "/dang-nhap") =>
        await (await session.GetAsync(url)).Form("Đăng nhập").Set("UserName", name).Set("Password", password).SubmitAsync();

    /// <summary>Somebody types the code of a printed slip; the answer asks for a password or says why not.</summary>
    public static async Task<PageView> SlipAsync(this Session session, string code) =>
        await (await session.GetAsync("/nhan-tai-khoan")).Form("Tiếp tục").Set("ma", code).SubmitAsync();

    /// <summary>Receives an account by its slip and chooses a password.</summary>
    public static async Task<PageView> ReceiveAsync(this Session session, string code, string password = "mùa này lúa tốt") =>
        await (await session.SlipAsync(code)).Form("Đặt mật khẩu").Set("Password", password).Set("PasswordAgain", password).SubmitAsync();

    /// <summary>The code on the slip that this answer prints.</summary>
    public static string SlipCode(this PageView page) => page.FindAll(".slip dd").ElementAt(2).TextContent.Trim();

    public static Task<Account> AccountAsync(this TestApp app, string userName) => app.QueryAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.UserName == userName));

    public static async Task ShouldSeeAsync(this Session session, string url, HttpStatusCode status) => (await session.GetAsync(url)).Status.ShouldBe(status, url);

    /// <summary>What an authenticator shows for the key, some steps of 30 seconds from now (RFC 6238).</summary>
    public static string CodeOf(this TestApp app, string key, int steps = 0) => CodeOf(key, steps, app.Time);

    public static string CodeOf(string key, int steps, TimeProvider time)
    {
        var bits = string.Concat(key.Replace(" ", "").Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(time.GetUtcNow().ToUnixTimeSeconds() / 30 + steps));
        var hash = HMACSHA1.HashData(secret, counter);
        var at = hash[^1] & 0xF;
        var number = ((hash[at] & 0x7F) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6");
    }
}
