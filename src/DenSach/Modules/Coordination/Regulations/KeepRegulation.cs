using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination.Regulations;

/// <summary>Keeps a regulation on coordination: what it says, what a review found, that it ended.</summary>
public sealed class KeepRegulation(AppDb db, CommandRunner runner, CoordinationInReach reach, AreaTree tree, IPlaceAreas places)
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

        /// <summary>What a review found.</summary>
        public string? Review { get; init; }

        /// <summary>When it was looked at; today where nobody says so.</summary>
        public DateOnly? ReviewedOn { get; init; }
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
        if (new[] { command.Parties, command.Content, command.Review }.Any(words => words?.Length > CoordinationInReach.LongestWords))
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
            if (
                await db.Set<Regulation>().Include(r => r.Reviews).SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == id && r.AreaId == command.AreaId, cancellation)
                is not { } found
            )
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
        var reviewed = command.ReviewedOn ?? work.Today;
        if (Blank(command.Review) is not null && (reviewed > work.Today || reviewed < command.SignedOn || reviewed.Year < 2000))
        {
            return Problem.Invalid("regulation.reviewed", "Ngày rà soát không trước ngày ký và không sau hôm nay.", nameof(command.ReviewedOn));
        }
        var grant = reach.GrantToKeep(command.AreaId);
        regulation.Say(command.Title.Trim(), Blank(command.Number), command.SignedOn, command.Parties.ReplaceLineEndings("\n").Trim(), Blank(command.Content), command.ReviewOn);
        if (Blank(command.Review) is { } review)
        {
            var next = command.ReviewOn > work.Today ? command.ReviewOn : null;
            regulation.Review(review, reviewed, next, work.Actor.AccountId, work.Actor.Name, grant is null ? null : places.OfficeOf(grant));
            if (command.RegulationId is not null)
            {
                // A review that moves no day makes what others were shown older all the same.
                db.Entry(regulation).State = EntityState.Modified;
            }
        }
        if (command.End)
        {
            regulation.EndOn(work.Today);
        }
        work.Role = grant?.Role;
        work.Tell(
            register,
            "regulation.keep",
            command.End ? "ended"
                : command.Review is null ? "kept"
                : "reviewed",
            regulation.Id
        );
        return regulation.Id;
    }

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
