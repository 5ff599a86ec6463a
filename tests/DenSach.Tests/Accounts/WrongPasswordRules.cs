using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Accounts;

/// <summary>Who tries too often is stopped where they are; whose name they try is not.</summary>
public sealed class WrongPasswordRules
{
    private readonly SettableTime time = new(TestApp.Start);
    private readonly WrongPasswords wrong;

    public WrongPasswordRules() => wrong = new WrongPasswords(new Clock(time));

    private bool IsShut(string network, string? device = null) => wrong.Judge("LEADER", new Origin(network, device), right: true).ClosedUntil is not null;

    private void Fail(string network, int times = 5)
    {
        for (var i = 0; i < times; i++)
        {
            wrong.Judge("LEADER", new Origin(network), right: false);
        }
    }

    [Fact]
    public void Five_in_a_row_close_the_name_for_that_network_only()
    {
        Fail("203.0.113.7");
        IsShut("203.0.113.7").ShouldBeTrue();
        IsShut("198.51.100.1").ShouldBeFalse();
        wrong.IsClosedSomewhere("LEADER").ShouldBeTrue();
        time.Advance(Account.LockOut + TimeSpan.FromSeconds(1));
        IsShut("203.0.113.7").ShouldBeFalse();
    }

    [Fact]
    public void A_right_one_between_begins_the_count_anew()
    {
        Fail("203.0.113.7", 4);
        IsShut("203.0.113.7").ShouldBeFalse();
        Fail("203.0.113.7", 4);
        IsShut("203.0.113.7").ShouldBeFalse();
    }

    [Fact]
    public void A_hundred_in_an_hour_from_anywhere_close_it_to_all_but_the_devices_that_know_it()
    {
        for (var network = 0; network < WrongPasswords.MostTogether / 4; network++)
        {
            Fail($"net {network}", 4);
        }
        IsShut("198.51.100.1").ShouldBeTrue();
        IsShut("198.51.100.1", "own phone").ShouldBeFalse();
        time.Advance(WrongPasswords.Together);
        IsShut("198.51.100.1").ShouldBeFalse();
    }

    [Fact]
    public void An_IPv6_network_counts_as_one_and_an_IPv4_address_as_itself()
    {
        RateLimits.NetworkOf(IPAddress.Parse("2001:db8:1:2::1")).ShouldBe(RateLimits.NetworkOf(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        RateLimits.NetworkOf(IPAddress.Parse("2001:db8:1:2::1")).ShouldNotBe(RateLimits.NetworkOf(IPAddress.Parse("2001:db8:1:3::1")));
        RateLimits.NetworkOf(IPAddress.Parse("::ffff:203.0.113.7")).ShouldBe("203.0.113.7");
        RateLimits.NetworkOf(IPAddress.Parse("203.0.113.8")).ShouldBe("203.0.113.8");
    }
}

public sealed class SecondStepRules
{
    [Fact]
    public void Whoever_may_give_a_right_or_signs_is_asked_for_it()
    {
        foreach (var role in Delegation.MayGive.Keys.Append(Role.CommuneLeader).Append(Role.ProvinceLeader))
        {
            SecondStep.Roles.ShouldContain(role);
        }
        SecondStep.Roles.ShouldContain(Role.CommuneAssociationOfficer);
        SecondStep.Roles.ShouldNotContain(Role.HamletHead);
    }
}
