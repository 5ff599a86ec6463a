using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination.Regulations;

/// <summary>Keeps a regulation on coordination: what it says, when to look at it again, that it ended.</summary>
public sealed class KeepRegulation(AppDb db, CommandRunner runner, CoordinationInReach reach, AreaTree tree)
{
    public sealed record Command : Platform.Commands.Command
    {
        /// <summary>Null for a new one.</summary>
        public Guid? RegulationId { get; init; }

        /// <summary>The version that was shown; 0 for a new one.</summary>
        public int BasedOn { get; init; }
        public required int AreaId { get; init; }
        public required string Title { get; init; }
        public string? Number { get; init; }
        public DateOnly? SignedOn { get; init; }
        public required string Parties { get; init; }
        public string? Content { get; init; }
        public DateOnly? ReviewOn { get; init; }
        public bool End { get; init; }
    }

    public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellation)
    {
        if (tree.Find(command.AreaId) is not { Kind: AreaKind.Commune or AreaKind.Province or AreaKind.District, HomeRegisterId: { } register } || !reach.MayKeep(command.AreaId))
        {
            return Problem.Forbidden();
        }
        if (string.IsNullOrWhiteSpace(command.Title) || command.Title.Length > 300)
        {
            return Problem.Invalid("regulation.title", "Hãy ghi tên quy chế, nhiều nhất 300 ký tự.", nameof(command.Title));
        }
        if (CoordinationInReach.TooLong(command.Number, 60))
        {
            return Problem.Invalid("regulation.number", "Số, ký hiệu dài nhất 60 ký tự: hãy viết ngắn lại.", nameof(command.Number));
        }
        if (!CoordinationInReach.IsDay(command.SignedOn) || !CoordinationInReach.IsDay(command.ReviewOn) || command.ReviewOn < command.SignedOn)
        {
            return Problem.Invalid("regulation.day", "Ngày ký và ngày rà soát nằm trong các năm 2000–2100, rà soát không trước ngày ký.", nameof(command.ReviewOn));
        }
        if (command.Parties.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DistinctBy(SearchKey.Of).Count() < 2)
        {
            return Problem.Invalid("regulation.parties", "Quy chế phối hợp có ít nhất hai bên khác nhau: hãy ghi mỗi bên một dòng.", nameof(command.Parties));
        }
        if (new[] { command.Parties, command.Content }.Any(words => words?.Length > CoordinationInReach.LongestWords))
        {
            return Problem.Invalid("regulation.long", $"Mỗi ô nhiều nhất {CoordinationInReach.LongestWords} ký tự: hãy viết ngắn lại.", nameof(command.Content));
        }
        return await runner.Run<Guid>(command, register, work => KeepAsync(command, register, work, cancellation), cancellation);
    }

    private async Task<Result<Guid>> KeepAsync(Command command, int register, Work work, CancellationToken cancellation)
    {
        Regulation regulation;
        if (command.RegulationId is { } id)
        {
            if (await db.Set<Regulation>().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == id && r.AreaId == command.AreaId, cancellation) is not { } found)
            {
                return Problem.NotFound();
            }
            if (found.EndedOn is { } ended)
            {
                return Problem.Refused("regulation.ended", $"Quy chế đã hết hiệu lực từ {ended.Written()}: hãy ghi quy chế mới thay cho nó.");
            }
            if (found.Version != command.BasedOn)
            {
                return Problem.Stale;
            }
            regulation = found;
        }
        else
        {
            regulation = new Regulation
            {
                RegisterId = register,
                Id = RowId.New(register),
                AreaId = command.AreaId,
            };
            db.Add(regulation);
        }
        var grant = reach.GrantToKeep(command.AreaId);
        regulation.Say(command.Title.Trim(), Blank(command.Number), command.SignedOn, command.Parties.ReplaceLineEndings("\n").Trim(), Blank(command.Content), command.ReviewOn);
        if (command.End)
        {
            regulation.EndOn(work.Today);
        }
        work.Role = grant?.Role;
        work.Tell(register, "regulation.keep", command.End ? "ended" : "kept", regulation.Id);
        return regulation.Id;
    }

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
