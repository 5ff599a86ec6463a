using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Check;

/// <summary>Puts a checked draft in force; says which plan of the level above it carries out, and which earlier one it replaces or changes in part.</summary>
public sealed class ConfirmPlan(AppDb db, ChangePlan plans, PlansInReach reach, PlanPlaces places, Succession succession, IEnumerable<IFollowTasks> followers)
{
    public sealed record Command : PlanCommand
    {
        public Guid? CarriesOutId { get; init; }
        public Guid? ReplacesId { get; init; }
        public Guid? AmendsId { get; init; }

        /// <summary>It was issued by another place than its area, and is to hold here all the same.</summary>
        public bool FromElsewhere { get; init; }

        /// <summary>Which tasks followed under the plan that is replaced go on under this one: pairs that a person looked at. Nothing goes over that is not named.</summary>
        public IReadOnlyList<ContinuedTask> Continues { get; init; } = [];
    }

    /// <summary>What is said when it is done, as the plan stands on the day: in force, in force ahead of its years, or of a date still to come; a key of the resource file.</summary>
    public static string SaidOf(Plan plan, DateOnly today) =>
        plan.RunsOn(today) ? "Đã xác nhận kế hoạch. Chỉ tiêu, hạn và nhiệm vụ của kế hoạch đã có hiệu lực."
        : plan.WaitsOn(today) ? "Đã xác nhận kế hoạch. Kế hoạch đã có hiệu lực; chỉ tiêu và việc định kỳ tính từ năm đầu của giai đoạn."
        : "Đã xác nhận kế hoạch.";

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.RunAsync(command, "plan.confirm", (plan, work) => ConfirmAsync(command, plan, work, cancellation), cancellation);

    private async Task<Result<int?>> ConfirmAsync(Command command, Plan plan, Work work, CancellationToken cancellation)
    {
        if (!plan.IsDraft)
        {
            return Problem.Refused("plans.confirmed", "Kế hoạch này đã được xác nhận từ trước. Chưa có gì thay đổi.");
        }
        if (!HasSomething(plan))
        {
            return Problem.Refused("plans.empty", "Kế hoạch chưa có chỉ tiêu, hạn hay nhiệm vụ nào: hãy thêm ít nhất một mục rồi xác nhận.");
        }
        if (!command.FromElsewhere && places.IssuedElsewhere(plan) is { } issuer)
        {
            return places.Elsewhere(plan, issuer);
        }
        Plan? upper = null;
        if (command.CarriesOutId is { } above)
        {
            upper = await reach.FindAsync(above, withDropped: false, cancellation);
            if (upper is null or { IsDraft: true } or { IsSmall: true } || !places.IsAbove(upper, plan))
            {
                return Problem.Invalid(
                    "plans.above",
                    "Không thấy kế hoạch cấp trên đã chọn, hoặc đó không phải kế hoạch của cấp trên: hãy chọn lại.",
                    nameof(command.CarriesOutId)
                );
            }
        }
        plan.CarryOut(upper);
        if (await EarlierAsync(command, plan, work, cancellation) is { } problem)
        {
            return problem;
        }
        plan.Confirm(work.Now, work.Actor.AccountId);
        return (int?)null;
    }

    private async Task<Problem?> EarlierAsync(Command command, Plan plan, Work work, CancellationToken cancellation)
    {
        if ((command.ReplacesId ?? command.AmendsId) is not { } id)
        {
            return null;
        }
        var register = RowId.RegisterOf(id);
        var earlier = await db.Set<Plan>().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id, cancellation);
        if (earlier is null || !places.MayAmend(earlier, plan))
        {
            return Problem.Invalid("plans.earlier", "Không thấy kế hoạch trước đã chọn, hoặc nó đã hết hiệu lực: hãy chọn lại.", nameof(command.ReplacesId));
        }
        if (command.ReplacesId is null)
        {
            plan.Amend(earlier);
            return null;
        }
        if (!places.MayReplace(earlier, plan))
        {
            return Problem.Invalid(
                "plans.replaced_already",
                "Kế hoạch trước đã chọn đã có kế hoạch khác thay: chỉ sửa đổi, bổ sung được khi nó còn hiệu lực. Hãy chọn lại.",
                nameof(command.ReplacesId)
            );
        }
        if (command.Continues.Count > 0)
        {
            var same = (await succession.OfAsync(earlier, plan, cancellation)).Where(s => s.Later is not null).Select(s => new ContinuedTask(s.Earlier.Place, s.Later!.Place));
            if (command.Continues.Except(same).Any() || command.Continues.DistinctBy(c => c.To).Count() != command.Continues.Count)
            {
                return Problem.Invalid("plans.continues", "Danh sách việc nối tiếp không còn khớp hai kế hoạch: hãy mở lại trang rồi đánh dấu lại.", nameof(command.Continues));
            }
            foreach (var follower in followers)
            {
                await follower.ContinueAsync(earlier, plan, command.Continues, work, cancellation);
            }
        }
        plan.Replace(earlier, work.Today);
        if (earlier.RegisterId != plan.RegisterId)
        {
            work.Tell(earlier.RegisterId, "plan.replaced", "ended", earlier.Id, plan.Id);
        }
        return null;
    }

    private static bool HasSomething(Plan plan) =>
        plan.Targets.Any(t => !t.Dropped) || plan.Deadlines.Any(d => !d.Dropped) || plan.Tasks.Any(t => !t.Dropped) || plan.Goals.Any(g => !g.Dropped);
}
