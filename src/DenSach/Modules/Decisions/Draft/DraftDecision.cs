using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Criteria;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.Draft;

/// <summary>Drafts a decision over all families of a round whose posting ended without an open objection and that no other decision holds.</summary>
public sealed class DraftDecision(AppDb db, CommandRunner runner, Gate gate, DecisionDesk desk, CriteriaShelf shelf)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RoundId { get; init; }
    }

    public sealed record Drafted(Guid DecisionId, int Families);

    public async Task<Result<Drafted>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.RoundId) is { } register
            ? await runner.Run<Drafted>(command, register, work => DraftAsync(work, command, register, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Drafted>> DraftAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var round = await db.Set<Round>().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == command.RoundId, cancellation);
        if (round is null || gate.GrantFor(DecisionPermissions.Draft, new Place(round.AreaId)) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (round.IsClosed)
        {
            return Problem.Refused("round_closed", "Đợt đánh giá này đã đóng.");
        }
        // Two officers who draft at once would both take the same families: whoever drafts raises the round's version, the other is told.
        db.Entry(round).State = EntityState.Modified;
        var ready = await desk.ReadyAsync(round, work.Today, cancellation);
        var sample = shelf.Get(round.SetId, round.SetHash).Set.Status == SetStatus.Sample;
        if (ready.Count == 0)
        {
            return Problem.Refused("nothing_to_decide", "Chưa có hộ nào hết niêm yết mà không còn ý kiến chờ trả lời.");
        }
        var decision = new Decision
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = round.AreaId,
            RoundId = round.Id,
            Title = round.Title,
            Year = round.Year,
            RestsOnSample = sample,
            DraftedAt = work.Now,
            DraftedBy = work.Actor.AccountId,
        };
        db.Add(decision);
        var heads = await HeadsAsync(ready, work.Today, cancellation);
        var place = 0;
        foreach (var file in ready.OrderBy(f => f.Household.AreaId).ThenBy(f => f.Household.Number.Length).ThenBy(f => f.Household.Number, StringComparer.Ordinal))
        {
            db.Add(
                new DecisionLine
                {
                    RegisterId = register,
                    Id = RowId.New(register),
                    DecisionId = decision.Id,
                    Place = ++place,
                    AssessmentRegisterId = file.Assessment.RegisterId,
                    AssessmentId = file.Assessment.Id,
                    HamletAreaId = file.Household.AreaId,
                    HouseholdNumber = file.Household.Number,
                    HeadName = file.Household.HeadName,
                    HeadPersonId = heads.GetValueOrDefault(file.Household.Id),
                    Points = file.Assessment.Appraisal.Points,
                }
            );
        }
        desk.Note(work, decision, grant, "decision.draft");
        work.Tell(register, "decision.draft", $"{ready.Count} families", decision.Id, round.Id);
        return new Drafted(decision.Id, ready.Count);
    }

    /// <summary>Who is the head of each household on the day, where the registry says one person.</summary>
    private async Task<Dictionary<Guid, Guid?>> HeadsAsync(IReadOnlyList<CaseFile> files, DateOnly today, CancellationToken cancellation)
    {
        var heads = new Dictionary<Guid, Guid?>();
        foreach (var register in files.GroupBy(f => f.Household.RegisterId))
        {
            var ids = register.Select(f => f.Household.Id).ToList();
            var people = await db.Set<Person>()
                .AsNoTracking()
                .Where(p => p.RegisterId == register.Key && ids.Contains(p.HouseholdId) && p.RelationToHead == Relation.Head)
                .ToListAsync(cancellation);
            foreach (var family in people.Where(p => p.Membership.Holds(today)).GroupBy(p => p.HouseholdId))
            {
                heads[family.Key] = family.Count() == 1 ? family.Single().Id : null;
            }
        }
        return heads;
    }
}
