using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Check;

/// <summary>Throws a draft away, or withdraws a plan in force with a reason: from today on it asks nothing, and as at earlier days it stays what it was.</summary>
public sealed class EndPlan(AppDb db, ChangePlan plans, FileStore store)
{
    public sealed record Command : PlanCommand
    {
        /// <summary>Why; asked only where the plan was confirmed.</summary>
        public string? Reason { get; init; }

        /// <summary>Takes back a withdrawal that was a slip.</summary>
        public bool TakeBack { get; init; }

        /// <summary>And lets the plans that hold in its stead meanwhile end.</summary>
        public bool EndsEarlier { get; init; }
    }

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.RunAsync(
            command,
            "plan.end",
            async (plan, work) =>
            {
                if (command.TakeBack)
                {
                    return await ResumeAsync(plan, command, work, cancellation);
                }
                if (plan.IsDraft)
                {
                    return await RemoveAsync(plan, work, cancellation);
                }
                if (plan.EndedOn is { } day && day <= work.Today)
                {
                    return Problem.Refused("plans.ended", $"Kế hoạch này đã hết hiệu lực từ ngày {Areas.Dated.Written(day)}. Chưa có gì thay đổi.");
                }
                if (PlanWords.Fault(command.Reason, "Hãy ghi lý do thu hồi kế hoạch, như “nạp nhầm văn bản”.", nameof(command.Reason)) is { } fault)
                {
                    return fault;
                }
                plan.Withdraw(work.Today, command.Reason!.Trim());
                return (int?)null;
            },
            cancellation
        );

    private async Task<Result<int?>> ResumeAsync(Plan plan, Command command, Work work, CancellationToken cancellation)
    {
        if (plan.IsDraft || plan.EndedOn is null)
        {
            return Problem.Refused("plans.holds", "Kế hoạch này không bị thu hồi. Chưa có gì thay đổi.");
        }
        if (await Succession.InTheWayAsync(db, plan, cancellation) is not null)
        {
            return Problem.Refused("plans.replaced", "Kế hoạch này đã được một kế hoạch sau thay thế: hãy thu hồi kế hoạch sau trước, rồi lấy lại kế hoạch này.");
        }
        var later = await Succession.ReplacingAsync(db, plan, cancellation);
        plan.Resume();
        // What another has replaced meanwhile gets the end again that it had before it was withdrawn.
        later?.Replace(plan, work.Today);
        if (plan.IsEndedOn(work.Today))
        {
            return (int?)null;
        }
        var holding = await Succession.HoldingInsteadAsync(db.Set<Plan>(), plan, work.Today, cancellation);
        if (holding.Count > 0 && !command.EndsEarlier)
        {
            return Problem.Refused(
                "plans.earlier_holds",
                $"{string.Join("; ", holding.Select(PlanWords.NameOf))} đang có hiệu lực ở chỗ của kế hoạch này: hai kế hoạch không thể cùng giao việc. Hãy đồng ý cho kế hoạch đó hết hiệu lực, hoặc thôi lấy lại."
            );
        }
        foreach (var earlier in holding)
        {
            plan.Replace(earlier, work.Today);
            if (earlier.RegisterId != plan.RegisterId)
            {
                work.Tell(earlier.RegisterId, "plan.replaced", "ended", earlier.Id, plan.Id);
            }
        }
        return (int?)null;
    }

    /// <summary>A draft leaves nothing but its word in the audit; its file goes too, unless something else in the register names it.</summary>
    private async Task<Result<int?>> RemoveAsync(Plan plan, Work work, CancellationToken cancellation)
    {
        if (plan.Received is { } text)
        {
            db.Remove(text);
        }
        db.RemoveRange(plan.Targets);
        db.RemoveRange(plan.Deadlines);
        db.RemoveRange(plan.Tasks);
        db.RemoveRange(plan.Goals);
        db.RemoveRange(plan.Bases);
        db.RemoveRange(plan.Members);
        db.RemoveRange(plan.Phases);
        db.RemoveRange(plan.Mentions);
        db.RemoveRange(plan.Doubts);
        db.Remove(plan);
        if (plan.FileSha256 is { } file)
        {
            await db.SaveChangesAsync(cancellation);
            if (await store.ForgetAsync(plan.RegisterId, file, cancellation))
            {
                work.Tell(plan.RegisterId, "plan.file", "let_go", plan.Id);
            }
        }
        return (int?)null;
    }
}
