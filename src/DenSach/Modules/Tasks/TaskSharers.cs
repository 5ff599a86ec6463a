using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>One of those who hold a task together: a hamlet, its branch of the Association, an organisation, or a person in an office.</summary>
/// <param name="Key">"dia-ban:12", "chi-hoi:12", "don-vi:…", "tai-khoan:…"; at most 60 characters.</param>
/// <param name="Kept">What is kept of its name beside its part: of a person no more than the office.</param>
public sealed record Sharer(string Key, string Name, string Kept)
{
    private const string Seat = "don-vi:";

    /// <summary>Roles that many hold beside each other.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.HamletHead, Role.HamletAssociationBranch, Role.OrganisationRepresentative, Role.MassOrganisation];

    /// <summary>The organisation, where it is one.</summary>
    public Guid? OrganisationId => Key.StartsWith(Seat, StringComparison.Ordinal) && Guid.TryParse(Key[Seat.Length..], out var id) ? id : null;

    public static Sharer OfHamlet(Area hamlet) => new($"dia-ban:{hamlet.Id}", hamlet.FullName, hamlet.FullName);

    public static Sharer OfBranch(Area hamlet) => new($"chi-hoi:{hamlet.Id}", $"Chi hội khuyến học {hamlet.FullName}", $"Chi hội khuyến học {hamlet.FullName}");

    public static Sharer OfOrganisation(Guid id, string name) => new($"{Seat}{id}", name, name);

    public static Sharer OfAccount(Guid id, string name, Role role) => new($"tai-khoan:{id}", name, RoleWords.Of(role));

    /// <summary>As it was kept beside its part.</summary>
    public static Sharer Of(TaskShare share) => new(share.Holder, share.Name, share.Name);

    /// <summary>Whose part it is that somebody tells by this grant: that of the hamlet or the organisation, whoever speaks for it, else his own.</summary>
    /// <param name="name">His name, for where no other is known.</param>
    public static Sharer Of(Grant grant, AreaTree tree, string name) =>
        grant.SubjectId is { } seat ? OfOrganisation(seat, name)
        : tree[grant.AreaId] is { Kind: AreaKind.Hamlet } hamlet
            ? grant.Role == Role.HamletHead ? OfHamlet(hamlet)
                : OfBranch(hamlet)
        : OfAccount(grant.AccountId, name, grant.Role);
}

/// <summary>The part of one holder as it stands on a day.</summary>
/// <param name="Asked">He is among those to whom the words of the plan give it today; else he only told of it once.</param>
/// <param name="Version">Of what was told of it; 0 where nobody did.</param>
public sealed record SharerPart(Sharer Sharer, TaskState State, DateOnly? DoneOn, bool IsLate, bool Asked, int Version)
{
    /// <summary>Of one of whom it is not known beforehand that he holds it.</summary>
    public static SharerPart Untold(Sharer sharer) => new(sharer, TaskState.NotStarted, null, IsLate: false, Asked: false, Version: 0);
}

/// <summary>How the parts of a task stand.</summary>
/// <param name="AreKnown">Whether it can be told who holds it: of "Hội Liên hiệp Phụ nữ xã" the accounts of mass organisations do not say which of them that is.</param>
public sealed record SharedParts(IReadOnlyList<SharerPart> Parts, bool AreKnown)
{
    public int Asked => Parts.Count(p => p.Asked);
    public int Done => Parts.Count(p => p is { Asked: true, State: TaskState.Done });

    /// <summary>
    /// Nothing is left for anybody but to tell the whole done. Where it is not known who holds it, that is when somebody told his part done and nobody is still at it.
    /// </summary>
    public bool AllDone => AreKnown ? Asked > 0 && Done == Asked : Parts.Any(p => p.State == TaskState.Done) && Parts.All(p => p.State is TaskState.Done or TaskState.NotStarted);
}

/// <summary>Who holds a task together with others, and how far each of them is.</summary>
public sealed class TaskSharers(AppDb db, TasksInReach reach, AreaTree tree, Clock clock)
{
    /// <summary>Words that speak of the mass organisations together.</summary>
    private static readonly string[] Together = [" doan the ", " to chuc chinh tri ", " cac hoi dac thu ", " cac hoi quan chung ", " cac to chuc "];

    /// <summary>Of these tasks, those that several hold, with their parts: at most three queries however many they are.</summary>
    public async Task<Dictionary<(Guid PlanId, int Place), SharedParts>> OfAsync(IReadOnlyCollection<TaskCase> cases, CancellationToken cancellation)
    {
        var shared = cases.Where(reach.IsShared).DistinctBy(c => (c.Plan.Id, c.Task.Place)).ToList();
        if (shared.Count == 0)
        {
            return [];
        }
        var (plans, registers) = (shared.Select(c => c.Plan.Id).Distinct().ToList(), shared.Select(c => c.Plan.RegisterId).Distinct().ToList());
        var shares = (await db.Set<TaskShare>().AsNoTracking().Where(s => registers.Contains(s.RegisterId) && plans.Contains(s.PlanId)).ToListAsync(cancellation)).ToLookup(s =>
            (s.PlanId, s.Place)
        );
        var organisations = await OrganisationsAsync(shared, cancellation);
        var offices = await OfficesAsync(shared, cancellation);
        return shared.ToDictionary(
            c => (c.Plan.Id, c.Task.Place),
            c =>
            {
                var holders = Holders(c, organisations, offices);
                return new SharedParts(Parts(c, holders ?? [], [.. shares[(c.Plan.Id, c.Task.Place)]]), holders is not null);
            }
        );
    }

    public async Task<SharedParts?> OfAsync(TaskCase found, CancellationToken cancellation) =>
        (await OfAsync([found], cancellation)).GetValueOrDefault((found.Plan.Id, found.Task.Place));

    private IReadOnlyList<SharerPart> Parts(TaskCase found, IReadOnlyList<Sharer> holders, IReadOnlyList<TaskShare> told)
    {
        var asked = holders.Select(h => PartOf(found, h, told.FirstOrDefault(s => s.Holder == h.Key), true));
        var others = told.Where(s => holders.All(h => h.Key != s.Holder)).Select(s => PartOf(found, Sharer.Of(s), s, false));
        return [.. asked.Concat(others).OrderBy(p => p.State == TaskState.Done).ThenBy(p => !p.Asked).ThenBy(p => p.Sharer.Name, StringComparer.CurrentCulture)];
    }

    private SharerPart PartOf(TaskCase found, Sharer holder, TaskShare? share, bool asked)
    {
        var standing = share?.Standing ?? TaskStanding.NotBegun;
        var state = found.StateOfPart(standing);
        var late = asked && state != TaskState.Done && found.WholeIsOpen && found.WholeDue < clock.Today;
        return new SharerPart(holder, state, state == TaskState.Done ? standing.DoneOn : null, late, asked, share?.Version ?? 0);
    }

    /// <summary>Those to whom the words, or a person, give it today; null where the accounts do not tell.</summary>
    private IReadOnlyList<Sharer>? Holders(TaskCase found, IReadOnlyList<Organisation> organisations, ILookup<int, Sharer> offices)
    {
        var areas = tree.HeirsOf(found.Plan.AreaId, clock.Today).Select(a => a.Id).ToList();
        return reach.RoleOf(found) switch
        {
            Role.HamletHead => [.. HamletsOf(areas).Select(Sharer.OfHamlet)],
            Role.HamletAssociationBranch => [.. HamletsOf(areas).Select(Sharer.OfBranch)],
            Role.OrganisationRepresentative =>
            [
                .. TaskOwners.MeantBy(found.Task.Lead, found.Followed, [.. organisations.Where(o => areas.Contains(o.AreaId))]).Select(o => Sharer.OfOrganisation(o.Id, o.Name)),
            ],
            _ when found.Followed?.OwnerRole is not null || Together.Any($" {SearchKey.Of(found.Task.Lead)} ".Contains) => [.. areas.SelectMany(a => offices[a])],
            _ => null,
        };
    }

    private IEnumerable<Area> HamletsOf(IEnumerable<int> areas) => areas.SelectMany(a => tree.DescendantsOf(a, clock.Today)).Where(a => a.Kind == AreaKind.Hamlet);

    private async Task<IReadOnlyList<Organisation>> OrganisationsAsync(IEnumerable<TaskCase> shared, CancellationToken cancellation)
    {
        var areas = AreasOf(shared, Role.OrganisationRepresentative);
        return areas.Count == 0 ? [] : await db.Set<Organisation>().AsNoTracking().Where(o => areas.Contains(o.AreaId)).ToListAsync(cancellation);
    }

    /// <summary>Who speaks for mass organisations, by the area in which he does.</summary>
    private async Task<ILookup<int, Sharer>> OfficesAsync(IEnumerable<TaskCase> shared, CancellationToken cancellation)
    {
        var (areas, today) = (AreasOf(shared, Role.MassOrganisation), clock.Today);
        var rows =
            areas.Count == 0
                ? []
                : await (
                    from grant in db.Set<Grant>().AsNoTracking()
                    join account in db.Set<Account>() on grant.AccountId equals account.Id
                    where grant.Role == Role.MassOrganisation && areas.Contains(grant.AreaId) && grant.From <= today && (grant.To == null || grant.To > today)
                    where account.LockedAt == null
                    select new
                    {
                        grant.AreaId,
                        account.Id,
                        account.DisplayName,
                    }
                ).ToListAsync(cancellation);
        return rows.DistinctBy(r => (r.AreaId, r.Id)).ToLookup(r => r.AreaId, r => Sharer.OfAccount(r.Id, r.DisplayName, Role.MassOrganisation));
    }

    private List<int> AreasOf(IEnumerable<TaskCase> shared, Role role) =>
        [.. shared.Where(c => reach.RoleOf(c) == role).SelectMany(c => tree.HeirsOf(c.Plan.AreaId, clock.Today)).Select(a => a.Id).Distinct()];
}
