using DenSach.Modules.Accounts.Expired;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.DataProtection;

namespace DenSach.Tests.Accounts;

public sealed class KeptPostRules
{
    private readonly SettableTime time = new(TestApp.Start);
    private readonly KeptPosts posts;

    public KeptPostRules() => posts = new KeptPosts(new EphemeralDataProtectionProvider(), new Clock(time));

    private static KeyValuePair<string, string> Field(string name, string value) => new(name, value);

    [Fact]
    public void What_was_posted_comes_out_as_it_went_in()
    {
        Prop.ForAll<(NonNull<string> Name, NonNull<string> Value)[]>(pairs =>
            {
                var fields = pairs.Select(p => Field("f" + Plain(p.Name.Get), Plain(p.Value.Get))).ToList();
                var opened = posts.Open(posts.Seal(posts.Take("/ho/1?x=2", fields, 2)!))!;
                return opened.Url == "/ho/1?x=2" && opened.Files == 2 && opened.Fields.SequenceEqual(fields);
            })
            .QuickCheckThrowOnFailure();
    }

    /// <summary>Half a surrogate pair is no text a browser posts; nor is the name of a password wanted here.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c))).Replace("password", "", StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_old_forms_token_stays_behind_and_the_commands_id_comes_along()
    {
        var kept = posts.Take("/ho", [Field("__RequestVerificationToken", "t"), Field("CommandId", "c"), Field("Name", "n")], 0)!;
        kept.Fields.Select(f => f.Key).ShouldBe(["CommandId", "Name"]);
        kept.Typed.Select(f => f.Key).ShouldBe(["Name"]);
    }

    [Fact]
    public void A_form_with_a_password_is_not_kept()
    {
        posts.Take("/toi/matkhau", [Field("OldPassword", "x")], 0).ShouldBeNull();
    }

    [Fact]
    public void A_form_too_large_is_not_kept()
    {
        posts.Take("/ho", [Field("a", new string('x', KeptPosts.MostText))], 0).ShouldBeNull();
        posts.Take("/ho", Enumerable.Range(0, KeptPosts.MostFields + 1).Select(i => Field($"f{i}", "")), 0).ShouldBeNull();
        posts.Take("/ho", [Field("a", new string('x', KeptPosts.MostText - 1))], 0).ShouldNotBeNull();
    }

    [Fact]
    public void It_is_kept_for_twelve_hours()
    {
        var kept = posts.Seal(posts.Take("/ho", [Field("a", "b")], 0)!);
        time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        posts.Open(kept).ShouldNotBeNull();
        time.Advance(TimeSpan.FromSeconds(1));
        posts.Open(kept).ShouldBeNull();
    }

    [Fact]
    public void Nobody_makes_one_outside()
    {
        posts.Open(null).ShouldBeNull();
        posts.Open("abc").ShouldBeNull();
        var foreign = new KeptPosts(new EphemeralDataProtectionProvider(), new Clock(time));
        posts.Open(foreign.Seal(foreign.Take("/ho", [], 0)!)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/viec", true)]
    [InlineData("/", true)]
    [InlineData("/ho?x=//a", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("viec", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("/việc", false)]
    public void Only_an_address_on_this_site_is_followed(string? url, bool local)
    {
        KeptPosts.IsLocal(url).ShouldBe(local);
    }
}
