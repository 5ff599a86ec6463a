using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Register;

/// <summary>Registers families of one hamlet for a round: many at once by the hamlet, or one by itself.</summary>
public sealed class RegisterHouseholds(AppDb db, CommandRunner runner, CaseDesk desk, Gate gate, AreaTree tree)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RoundId { get; init; }
        public required IReadOnlyList<Guid> HouseholdIds { get; init; }
        public string? LateReason { get; init; }
    }

    /// <param name="OwnLeftOut">The actor's own households: somebody else registers them, or the family itself.</param>
    public sealed record Registered(IReadOnlyList<Guid> AssessmentIds, int AlreadyRegistered, IReadOnlyList<Guid>? OwnLeftOut = null);

    public async Task<Result<Registered>> Handle(Command command, CancellationToken cancellation)
    {
        var registers = (command.HouseholdIds ?? []).Select(RowId.RegisterOf).Distinct().ToList();
        if (registers is not [{ } register] || RowId.RegisterOf(command.RoundId) is not { } roundRegister)
        {
            return Problem.Invalid("households", "Hãy chọn ít nhất một hộ, các hộ cùng một thôn, bản.");
        }
        return await runner.Run<Registered>(command, register, work => RegisterAsync(work, command, register, roundRegister, cancellation), cancellation);
    }

    private async Task<Result<Registered>> RegisterAsync(Work work, Command command, int register, int roundRegister, CancellationToken cancellation)
    {
        var round = await db.Set<Round>().SingleOrDefaultAsync(r => r.RegisterId == roundRegister && r.Id == command.RoundId, cancellation);
        var ids = command.HouseholdIds.Distinct().ToList();
        var households = await db.Set<Household>().Where(h => h.RegisterId == register && ids.Contains(h.Id)).OrderBy(h => h.Number).ToListAsync(cancellation);
        // Who may not register a family does not learn either whether it is registered.
        if (round is null || households.Count != ids.Count || households.Any(h => !gate.Allows(AssessmentPermissions.Register, new Place(h.AreaId, HouseholdId: h.Id))))
        {
            return Problem.NotFound();
        }
        if (households.FirstOrDefault(h => !tree.IsWithin(h.AreaId, round.AreaId, work.Today)) is { } stranger)
        {
            return Problem.Invalid("other_commune", $"Hộ số {stranger.Number} ({stranger.HeadName}) không thuộc xã mở đợt này.", nameof(command.HouseholdIds));
        }
        var already = await db.Set<Assessment>()
            .Where(a => a.RegisterId == register && a.RoundId == round.Id && ids.Contains(a.HouseholdId))
            .Select(a => a.HouseholdId)
            .ToListAsync(cancellation);
        var created = new List<Assessment>();
        var own = new List<Guid>();
        foreach (var household in households.Where(h => !already.Contains(h.Id)))
        {
            if (!household.IsResidentOn(work.Today))
            {
                return Problem.Refused("not_resident", $"Hộ số {household.Number} ({household.HeadName}) không còn cư trú ở đây nên không đăng ký được.");
            }
            var assessment = new Assessment
            {
                RegisterId = register,
                Id = RowId.New(register),
                AreaId = household.AreaId,
                HouseholdId = household.Id,
                RoundRegisterId = round.RegisterId,
                RoundId = round.Id,
                Year = round.Year,
                SetId = round.SetId,
                SetVersion = round.SetVersion,
                SetHash = round.SetHash,
            };
            var moved = desk.Move(work, new(assessment, round, household, [], [], [], []), Moves.Register, new Reasons(LateReason: command.LateReason));
            if (moved.Problem is { Code: Judgement.OwnCode } && households.Count > own.Count + 1)
            {
                own.Add(household.Id);
                continue;
            }
            if (moved.Problem is { } problem)
            {
                return problem with { Sentence = $"Hộ số {household.Number} ({household.HeadName}): {problem.Sentence}" };
            }
            db.Add(assessment);
            created.Add(assessment);
        }
        work.Tell(register, "assessment.register", $"{created.Count} registered", created.Select(a => a.Id));
        return new Registered([.. created.Select(a => a.Id)], already.Count, own);
    }
}
