using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Decisions;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Operation;

/// <summary>
/// The commands of the path from the registration to the number of the decision, by those whose work they are. Each round of assessment has three families of
/// two hamlets, so of two registers; what one burst did, the next one goes on from, so that after some of them every kind of command is fired together.
/// </summary>
public sealed class PathBurst : IBurst
{
    private static readonly string[] Heads = [RoundDrive.Head, "truong-ban-2"];

    private readonly Dictionary<Guid, Func<PathFacts, bool>> seen = [];
    private readonly Dictionary<Guid, IReadOnlyList<Household>> rounds = [];
    private List<Household>[] families = [];
    private int number;

    public static IReadOnlyList<int> Hamlets { get; } = [.. KnownAreas.BinhLuHamlets.Take(2)];

    public IReadOnlyList<string> Cards { get; } = [.. Heads, RoundDrive.Appraiser, RoundDrive.Officer, RoundDrive.Leader, RoundDrive.Clerk];

    public async Task<IReadOnlyList<Shot>> LoadAsync(AppDb db, int count)
    {
        if (families.Length == 0)
        {
            families = [await DemoFamilies.PassingIn(db, Hamlets[0]), await DemoFamilies.PassingIn(db, Hamlets[1])];
        }
        // A list hangs for a week: here the days that it hung are put back.
        await db.Set<Posting>()
            .Where(p => rounds.Keys.Contains(p.RoundId))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.From, new DateOnly(2026, 11, 10)).SetProperty(p => p.LastDay, new DateOnly(2026, 11, 20)));
        var facts = await PathFacts.ReadAsync(db, rounds.Keys);
        var shots = rounds.SelectMany(r => Next(r.Key, r.Value, facts)).ToList();
        while (shots.Count < count)
        {
            var round = await OpenAsync(db);
            shots.AddRange(Next(round, rounds[round], facts));
        }
        return [.. shots.Take(count)];
    }

    public async Task<IReadOnlySet<Guid>> DoneAsync(AppDb db, IReadOnlyList<Shot> shots)
    {
        var facts = await PathFacts.ReadAsync(db, rounds.Keys);
        facts.ShouldBeWhole();
        return shots.Select(s => s.CommandId).Where(id => seen[id](facts)).ToHashSet();
    }

    /// <summary>Years with a year between them, so that no decision ends the titles of another.</summary>
    private async Task<Guid> OpenAsync(AppDb db)
    {
        var n = rounds.Count;
        var id = await PlantedRound.PlantAsync(db, 2040 + (2 * n), _ => (new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)), new DateOnly(2026, 11, 21));
        rounds[id] = [Family(0, 2 * n), Family(0, (2 * n) + 1), Family(1, n)];
        return id;
    }

    private Household Family(int hamlet, int n) => families[hamlet][n % families[hamlet].Count];

    /// <summary>What can be done in the round now.</summary>
    private IEnumerable<Shot> Next(Guid round, IReadOnlyList<Household> of, PathFacts facts)
    {
        var cases = facts.CasesOf(round);
        foreach (var family in of.Where(h => cases.All(c => c.HouseholdId != h.Id)))
        {
            var body = new { commandId = Guid.CreateVersion7(), householdIds = new[] { family.Id } };
            yield return Shot(body.commandId, HeadOf(family.AreaId), $"/api/rounds/{round}/registrations", body, f => f.CasesOf(round).Any(c => c.HouseholdId == family.Id));
        }
        foreach (var each in cases.Where(c => c.Status == AssessmentStatus.Registered))
        {
            var body = new
            {
                commandId = Guid.CreateVersion7(),
                basedOn = each.Version,
                answers = RoundDrive.GoodAnswers,
                facts = RoundDrive.Facts,
                handIn = true,
            };
            yield return Shot(body.commandId, HeadOf(each.AreaId), $"/api/assessments/{each.Id}/self", body, f => f.Did(each.Id, "submit_self"));
        }
        foreach (var hamlet in of.GroupBy(h => h.AreaId))
        {
            var lines = cases.Where(c => c.AreaId == hamlet.Key && c.Status == AssessmentStatus.SelfAssessed).ToList();
            if (lines.Count == hamlet.Count())
            {
                yield return Meeting(round, hamlet.Key, lines);
            }
        }
        foreach (var each in cases.Where(c => c.Status == AssessmentStatus.Proposed))
        {
            var body = new
            {
                commandId = Guid.CreateVersion7(),
                basedOn = each.Version,
                verdict = "Pass",
            };
            yield return Shot(body.commandId, RoundDrive.Appraiser, $"/api/assessments/{each.Id}/appraisal", body, f => f.Did(each.Id, "pass"));
        }
        if (cases.Count == of.Count && cases.All(c => c.Status == AssessmentStatus.Met))
        {
            var body = new
            {
                commandId = Guid.CreateVersion7(),
                lastDay = new DateOnly(2026, 11, 28),
                postedAt = "Nhà văn hóa bản",
            };
            yield return Shot(body.commandId, RoundDrive.Officer, $"/api/rounds/{round}/postings", body, f => f.Postings.Any(p => p.RoundId == round));
        }
        if (cases.Count == of.Count && cases.All(c => c.Status == AssessmentStatus.Posted))
        {
            yield return Decide(round, facts);
        }
    }

    private Shot Meeting(Guid round, int hamlet, IReadOnlyList<Assessment> lines)
    {
        var body = new
        {
            commandId = Guid.CreateVersion7(),
            areaId = hamlet,
            heldOn = new DateOnly(2026, 11, 21),
            chair = "Vàng A Sáng",
            secretary = "Lù Thị Mỷ",
            invitedHouseholds = 30,
            presentHouseholds = 25,
            lines = lines.Select(l => new
            {
                assessmentId = l.Id,
                basedOn = l.Version,
                proposed = true,
            }),
        };
        return Shot(body.commandId, HeadOf(hamlet), $"/api/rounds/{round}/meetings", body, f => f.Meetings.Any(m => m.RoundId == round && m.AreaId == hamlet));
    }

    private Shot Decide(Guid round, PathFacts facts)
    {
        var command = Guid.CreateVersion7();
        if (facts.Decisions.SingleOrDefault(d => d.RoundId == round) is not { } decision)
        {
            return Shot(command, RoundDrive.Officer, $"/api/rounds/{round}/decisions", new { commandId = command }, f => f.Decisions.Any(d => d.RoundId == round));
        }
        var (id, basedOn) = (decision.Id, decision.Version);
        var (card, verb, body) = decision.Status switch
        {
            DecisionStatus.Draft => (RoundDrive.Officer, "submit", (object)new { commandId = command, basedOn }),
            DecisionStatus.Submitted => (
                RoundDrive.Leader,
                "sign",
                new
                {
                    commandId = command,
                    basedOn,
                    signerPosition = "CHỦ TỊCH",
                }
            ),
            _ => (
                RoundDrive.Clerk,
                "number",
                new
                {
                    commandId = command,
                    basedOn,
                    number = $"{++number}/QĐ-UBND",
                    issuedOn = new DateOnly(2026, 11, 21),
                }
            ),
        };
        return Shot(command, card, $"/api/decisions/{id}/{verb}", body, f => f.Decided(id, verb == "number" ? "decision.issue" : $"decision.{verb}"));
    }

    private Shot Shot(Guid command, string card, string url, object body, Func<PathFacts, bool> done)
    {
        seen[command] = done;
        return new Shot(command, card, url, body, Guid.Empty);
    }

    private static string HeadOf(int hamlet) => Heads[Hamlets.ToList().IndexOf(hamlet)];
}
