using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Post;

/// <summary>Posts every family of the round that the appraisal passed and that hangs nowhere yet, until a last day.</summary>
public sealed class OpenPosting(AppDb db, CommandRunner runner, CaseDesk desk, Gate gate)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RoundId { get; init; }
        public required DateOnly LastDay { get; init; }

        /// <summary>Where it hangs: "Nhà văn hóa các bản và trụ sở UBND xã".</summary>
        public required string PostedAt { get; init; }

        public string? LateReason { get; init; }

        /// <summary>Why the officer posts the own household too, there being nobody else. Without it that family is left to another.</summary>
        public string? ExceptionReason { get; init; }
    }

    /// <param name="OwnLeftOut">Assessments of the officer's own household: another officer posts them.</param>
    public sealed record Posted(Guid PostingId, int Families, IReadOnlyList<Guid>? OwnLeftOut = null);

    public async Task<Result<Posted>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.RoundId) is { } register
            ? await runner.Run<Posted>(command, register, work => PostAsync(work, command, register, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Posted>> PostAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var round = await db.Set<Round>().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == command.RoundId, cancellation);
        if (round is null || gate.GrantFor(AssessmentPermissions.Post, new Place(round.AreaId)) is not { } grant)
        {
            return Problem.NotFound();
        }
        var ids = await db.Set<Assessment>().Where(a => a.RoundId == round.Id && a.Status == AssessmentStatus.Met).Select(a => a.Id).ToListAsync(cancellation);
        if (ids.Count == 0)
        {
            return Problem.Refused("nothing_to_post", "Chưa có hộ nào thẩm định đạt mà chưa niêm yết.");
        }
        if (string.IsNullOrWhiteSpace(command.PostedAt))
        {
            return Problem.Invalid("posted_at", "Cần ghi nơi niêm yết.", nameof(command.PostedAt));
        }
        var all = await CaseFile.LoadAsync(db, ids, cancellation);
        var reasons = new Reasons(LateReason: command.LateReason, ExceptionReason: command.ExceptionReason);
        var own = all.Where(f => all.Count > 1 && desk.May(f, Moves.Post, work.Today, reasons).Problem is { Code: Judgement.OwnCode }).ToList();
        var files = all.Except(own).ToList();
        var least = work.Today.AddDays(desk.TableOf(files[0]).PostingDays - 1);
        if (command.LastDay < least)
        {
            return Problem.Invalid("last_day", $"Niêm yết ít nhất {desk.TableOf(files[0]).PostingDays} ngày: ngày cuối sớm nhất là {least:dd/MM/yyyy}.", nameof(command.LastDay));
        }
        var posting = new Posting
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = round.AreaId,
            RoundId = round.Id,
            From = work.Today,
            LastDay = command.LastDay,
            PostedAt = command.PostedAt.Trim(),
            Families = files.Count,
        };
        db.Add(posting);
        work.Role = grant.Role;
        foreach (var file in files)
        {
            if (desk.Move(work, file, Moves.Post, reasons).Problem is { } problem)
            {
                return problem with { Sentence = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {problem.Sentence}" };
            }
            file.Assessment.PutOn(register, posting.Id);
        }
        work.Tell(register, "posting.open", $"{files.Count} families", posting.Id, round.Id);
        foreach (var hamlet in files.GroupBy(f => f.Assessment.RegisterId).Where(g => g.Key != register))
        {
            work.Tell(hamlet.Key, "assessment.post", $"{hamlet.Count()} families", [posting.Id, .. hamlet.Select(f => f.Assessment.Id)]);
        }
        return new Posted(posting.Id, files.Count, [.. own.Select(f => f.Assessment.Id)]);
    }
}
