using System.Buffers.Binary;
using System.Security.Cryptography;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Registry.Demo;

/// <summary>Loads what is invented for one register. Counts only: nobody's name stands in the command log.</summary>
public sealed record LoadDemoRegistry(int RegisterId, int Households, int People, int Organisations, int Clans) : Command;

/// <summary>Fills the registry of a demo database: the demo commune, and a second one whose officer must see nothing of the first.</summary>
public sealed class DemoRegistry(CommandRunner runner, AreaTree tree)
{
    private const ulong Seed = 20260301;
    private const int Households = 400;
    private const int HouseholdsElsewhere = 20;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var names = DemoContent.Names();
        var hamlets = Areas(KnownAreas.BinhLuHamlets);
        var here = DemoPeople.Generate(names, DemoPeople.Sizes(hamlets.Count, Households, Seed), Seed);
        await LoadAsync(hamlets, DemoResidents.In(WithCitizen(here)), cancellation);
        await LoadOthersAsync(tree[KnownAreas.BinhLu], DemoContent.Load(), cancellation);
        var elsewhere = Areas(KnownAreas.NongCongHamlets);
        var others = DemoPeople.Generate(names, DemoPeople.Sizes(elsewhere.Count, HouseholdsElsewhere, Seed + 1, 8, 14), Seed + 1);
        await LoadAsync(elsewhere, DemoResidents.None(others), cancellation);
    }

    private List<Area> Areas(IEnumerable<int> ids) => [.. ids.Select(id => tree[id])];

    /// <summary>The demo's citizen is the wife of the first household that has one.</summary>
    private static IReadOnlyList<DemoHousehold> WithCitizen(IReadOnlyList<DemoHousehold> households)
    {
        var family = households.First(h => h.Away is null && CitizenIn(h) > 0);
        var members = family.Members.ToArray();
        members[CitizenIn(family)] = members[CitizenIn(family)] with { FullName = DemoAccounts.Find(DemoAccounts.Citizen)!.Name, Away = null };
        return [.. households.Select(h => h == family ? h with { Members = members } : h)];
    }

    private static int CitizenIn(DemoHousehold household) =>
        household.Members.ToList().FindIndex(m => m is { Relation: Relation.Spouse, Sex: Sex.Female } && m.Born.AgeOn(DemoPeople.AsAt) is > 25 and < 50);

    private async Task LoadAsync(IReadOnlyList<Area> hamlets, DemoResidents residents, CancellationToken cancellation)
    {
        foreach (var part in residents.Households.GroupBy(h => hamlets[h.Hamlet].HomeRegisterId!.Value).OrderBy(g => g.Key))
        {
            var command = new LoadDemoRegistry(part.Key, part.Count(), part.Sum(h => h.Members.Count), 0, 0) { CommandId = IdFor(part.Key) };
            await RunAsync(command, work => AddFamiliesAsync(work, hamlets, residents, part, cancellation), cancellation);
        }
    }

    private async Task AddFamiliesAsync(Work work, IReadOnlyList<Area> hamlets, DemoResidents residents, IEnumerable<DemoHousehold> families, CancellationToken cancellation)
    {
        foreach (var family in families)
        {
            var (household, members, absences) = DemoRows.Of(family, hamlets[family.Hamlet]);
            work.Db.Add(household);
            work.Db.AddRange(members);
            work.Db.AddRange(absences);
            work.Tallies.Count(household, members, absences);
            if (residents.Of(family) is var (card, member))
            {
                await DemoAccounts.LinkHolderAsync(work.Db, card, household.Id, members[member].Id, cancellation);
            }
            if (members.Find(m => m.FullName == DemoAccounts.Find(DemoAccounts.Citizen)!.Name) is { } citizen)
            {
                await DemoAccounts.LinkHouseholdAsync(work.Db, household.Id, citizen.Id, household.AreaId, cancellation);
            }
        }
    }

    private Task LoadOthersAsync(Area commune, DemoContent content, CancellationToken cancellation)
    {
        var register = commune.HomeRegisterId!.Value;
        var command = new LoadDemoRegistry(register, 0, 0, content.Organisations.Count, content.Clans.Count) { CommandId = IdFor(register) };
        return RunAsync(
            command,
            async work =>
            {
                var organisations = content.Organisations.ConvertAll(o => DemoRows.Of(o, register, commune.Id));
                var clans = content.Clans.ConvertAll(name => DemoRows.Clan(name, register, commune.Id));
                work.Db.AddRange(organisations);
                work.Db.AddRange(clans);
                var school = organisations.First(o => o.Kind == OrganisationKind.LowerSecondarySchool);
                await DemoAccounts.LinkAsync(work.Db, DemoAccounts.Organisation, ScopeKind.Organisation, school.Id, commune.Id, cancellation);
                await DemoAccounts.LinkAsync(work.Db, DemoAccounts.ClanHead, ScopeKind.Clan, clans[0].Id, commune.Id, cancellation);
            },
            cancellation
        );
    }

    private async Task RunAsync(LoadDemoRegistry command, Func<Work, Task> add, CancellationToken cancellation)
    {
        var result = await runner.Run(
            command,
            command.RegisterId,
            async work =>
            {
                await add(work);
                work.Tell(command.RegisterId, "registry.demo", "loaded");
                return (Result<int>)command.Households;
            },
            cancellation
        );
        _ = result.Value;
    }

    /// <summary>The same for the same register, so that a first start that was cut off does not load anything twice.</summary>
    private static Guid IdFor(int register)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, register);
        return new Guid(SHA256.HashData([.. "demo registry "u8, .. number]).AsSpan(0, 16), bigEndian: true);
    }
}
