using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Accounts;

public sealed class DelegationRules
{
    private const int Province = 1;
    private const int Commune = 11;
    private const int Hamlet = 111;
    private const int OtherCommune = 12;

    /// <summary>A tree in the numbers: 111 lies in 11 lies in 1.</summary>
    private static bool IsWithin(int inner, int outer) => inner.ToString().StartsWith(outer.ToString(), StringComparison.Ordinal);

    private static Grant Held(Role role, int area, ScopeKind scope = ScopeKind.Area) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = Guid.CreateVersion7(),
            Role = role,
            Scope = scope,
            AreaId = area,
            From = new DateOnly(2026, 1, 1),
        };

    private sealed class Numbers : IPlaceAreas
    {
        bool IPlaceAreas.IsWithin(int areaId, int ancestorId, DateOnly asAt) => IsWithin(areaId, ancestorId);
    }

    private static bool May(Grant giver, Role role, int area) => Delegation.By([giver], role, area, IsWithin) is not null;

    [Fact]
    public void Nobody_gives_beyond_the_own_area()
    {
        foreach (var giver in Delegation.MayGive.Keys)
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                May(Held(giver, Commune), role, OtherCommune).ShouldBeFalse($"{giver} gives {role} in the next commune");
                May(Held(giver, Commune), role, Province).ShouldBeFalse($"{giver} gives {role} in the province above");
            }
        }
    }

    [Fact]
    public void A_role_held_over_the_wrong_kind_of_thing_gives_nothing()
    {
        var read = new Permission("read", "Xem", Enum.GetValues<ScopeKind>(), Enum.GetValues<Role>());
        foreach (var role in Enum.GetValues<Role>())
        {
            var gate = new Gate(
                new PermissionCatalog([read]),
                new Numbers(),
                new CurrentActor { Actor = new Actor(Guid.CreateVersion7(), "Ai đó", [Held(role, Commune)]) },
                new Clock(new SettableTime(new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc)))
            );
            gate.Allows("read", Hamlet).ShouldBe(Delegation.Seats[role].Scope == ScopeKind.Area, $"{role} over a commune");
        }
    }

    [Fact]
    public void Only_administrators_and_commune_officers_give_anything()
    {
        foreach (var giver in Enum.GetValues<Role>().Except([Role.Administrator, Role.CommuneAssociationOfficer]))
        {
            Enum.GetValues<Role>().ShouldNotContain(role => May(Held(giver, Province), role, Hamlet), $"{giver}");
        }
    }

    [Fact]
    public void A_commune_officer_gives_the_roles_of_the_hamlets_the_appraisal_team_and_families_and_no_other()
    {
        var officer = Held(Role.CommuneAssociationOfficer, Commune);
        Enum.GetValues<Role>()
            .Where(role => May(officer, role, Hamlet))
            .ShouldBe([Role.Citizen, Role.HamletHead, Role.HamletAssociationBranch, Role.AppraisalMember], ignoreOrder: true);
    }

    [Fact]
    public void An_administrator_gives_every_role_from_the_own_area_down()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            May(Held(Role.Administrator, Province), role, Hamlet).ShouldBeTrue($"{role}");
        }
    }

    [Fact]
    public void A_right_over_a_household_or_a_clan_gives_nothing_away()
    {
        May(Held(Role.Administrator, Commune, ScopeKind.Household), Role.Citizen, Hamlet).ShouldBeFalse();
        May(Held(Role.Administrator, Commune, ScopeKind.Clan), Role.HamletHead, Hamlet).ShouldBeFalse();
    }

    [Fact]
    public void Every_role_has_a_seat()
    {
        Delegation.Seats.Keys.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
    }

    [Theory]
    [InlineData(Role.HamletHead, AreaKind.Commune, false)]
    [InlineData(Role.HamletHead, AreaKind.Hamlet, true)]
    [InlineData(Role.CommuneLeader, AreaKind.Province, false)]
    [InlineData(Role.ProvinceLeader, AreaKind.Commune, false)]
    [InlineData(Role.Administrator, AreaKind.Country, true)]
    [InlineData(Role.Administrator, AreaKind.Hamlet, false)]
    public void A_role_is_held_at_its_own_level(Role role, AreaKind area, bool fits)
    {
        Delegation.Fits(role, ScopeKind.Area, area).ShouldBe(fits);
    }

    [Fact]
    public void A_citizen_holds_a_household_and_never_an_area()
    {
        Delegation.Fits(Role.Citizen, ScopeKind.Household, AreaKind.Hamlet).ShouldBeTrue();
        Enum.GetValues<AreaKind>().ShouldNotContain(kind => Delegation.Fits(Role.Citizen, ScopeKind.Area, kind));
    }
}
