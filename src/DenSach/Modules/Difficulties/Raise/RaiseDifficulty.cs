using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Difficulties.Raise;

/// <summary>Tells the level above what stands in the way, of a whole plan or of one target, deadline or task of it.</summary>
public sealed class RaiseDifficulty(AppDb db, CommandRunner runner, DifficultiesInReach reach, PlansInReach plans, AreaTree tree)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }
        public Guid? OrganisationId { get; init; }
        public Guid? PlanId { get; init; }

        /// <summary>"ct-3" a target, "h-1" a deadline, "nv-2" a task of the plan.</summary>
        public string? Item { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }
    }

    public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellation)
    {
        if (!reach.SpeaksFor().Contains((command.AreaId, command.OrganisationId)))
        {
            return Problem.Forbidden("Tài khoản này không báo khó khăn thay cho nơi đã chọn.");
        }
        if (string.IsNullOrWhiteSpace(command.Title) || command.Title.Length > DifficultiesInReach.LongestTitle)
        {
            return Problem.Invalid("difficulties.title", $"Hãy ghi khó khăn trong một dòng, nhiều nhất {DifficultiesInReach.LongestTitle} ký tự.", nameof(command.Title));
        }
        if (string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > DifficultiesInReach.LongestText)
        {
            return Problem.Invalid(
                "difficulties.text",
                $"Hãy tả rõ khó khăn và đề nghị cấp trên làm gì, nhiều nhất {DifficultiesInReach.LongestText} ký tự.",
                nameof(command.Text)
            );
        }
        if (reach.Above(command.AreaId, command.OrganisationId) is not { } above || tree[command.AreaId].HomeRegisterId is not { } register)
        {
            return Problem.Refused("difficulties.top", "Trên nơi này không còn cấp nào trong hệ thống để báo lên. Hãy gửi văn bản cho cấp trên bằng đường công văn.");
        }
        var words = (string?)null;
        if (command.PlanId is { } id)
        {
            if (await plans.FindAsync(id, withDropped: false, cancellation) is not { } plan)
            {
                return Problem.Invalid("difficulties.plan", "Không thấy kế hoạch đã chọn: hãy mở lại từ trang kế hoạch.", nameof(command.PlanId));
            }
            words = PlanItems.WordsOf(plan, command.Item);
            if (words is null && command.Item is { Length: > 0 })
            {
                return Problem.Invalid("difficulties.item", "Kế hoạch không có mục này, hoặc mục đã bị bỏ: hãy mở lại từ trang kế hoạch.", nameof(command.Item));
            }
        }
        return await runner.Run<Guid>(command, register, work => Task.FromResult(Add(command, register, above.Id, words, work)), cancellation);
    }

    private Result<Guid> Add(Command command, int register, int to, string? words, Work work)
    {
        var difficulty = new Difficulty
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = command.AreaId,
            OrganisationId = command.OrganisationId,
            PlanId = command.PlanId,
            Item = words is null ? null : command.Item,
            ItemWords = words,
            Title = command.Title.Trim(),
            RaisedBy = work.Actor.AccountId,
            RaisedAt = work.Now,
        };
        var grant = reach.GrantToSpeak(difficulty);
        difficulty.Raise(to, command.Text, reach.SpokenBy(work, grant));
        db.Add(difficulty);
        work.Role = grant?.Role;
        work.Tell(register, "difficulties.raise", "open", difficulty.Id);
        return difficulty.Id;
    }
}
