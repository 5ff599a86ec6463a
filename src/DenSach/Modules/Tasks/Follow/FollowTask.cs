using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks.Follow;

/// <summary>Says whose a task is, what shall come of it and when it is due.</summary>
public sealed class FollowTask(AppDb db, CommandRunner runner, TasksInReach reach, AreaTree tree)
{
    public const int LongestProduct = PlanTask.LongestProduct;

    public sealed record Command : Platform.Commands.Command
    {
        public required Guid PlanId { get; init; }
        public required int Place { get; init; }

        /// <summary>The version that was shown; 0 where nobody had begun.</summary>
        public required int BasedOn { get; init; }
        public Role? OwnerRole { get; init; }
        public Guid? OrganisationId { get; init; }

        /// <summary>What shall come of it; null or blank where the plan's own words stand.</summary>
        public string? Product { get; init; }
        public DateOnly? DueOn { get; init; }
        public bool Yearly { get; init; }

        /// <summary>It has no day, though the sentence of the plan names one. Without this and without a day it stands at the day of its sentence.</summary>
        public bool NoDay { get; init; }
    }

    public async Task<Result<int>> Handle(Command command, CancellationToken cancellation)
    {
        if (
            RowId.RegisterOf(command.PlanId) is not { } register
            || await reach.FindAsync(command.PlanId, command.Place, cancellation) is not { } found
            || !reach.MayFollow(found.Plan)
        )
        {
            return Problem.NotFound("Không tìm thấy nhiệm vụ này, hoặc tài khoản này không được giao việc ở đây.");
        }
        if (reach.Over(found.Plan) is { } over)
        {
            return over;
        }
        if (command.OwnerRole is { } role && !TaskOwners.RolesOf(tree[found.Plan.AreaId].Kind).Contains(role))
        {
            return Problem.Invalid("tasks.role", "Vai này không giữ việc của kế hoạch này được: hãy chọn vai khác.", nameof(command.OwnerRole));
        }
        if (command.Product?.Trim() is { Length: > LongestProduct })
        {
            return Problem.Invalid(
                "tasks.product",
                $"Kết quả phải có dài {command.Product.Length} ký tự, nhiều nhất là {LongestProduct}: hãy viết ngắn lại.",
                nameof(command.Product)
            );
        }
        if (command.NoDay && command.DueOn is not null)
        {
            return Problem.Invalid("tasks.due", "Đã chọn một ngày hạn thì không chọn “không tính hạn”: hãy bỏ một trong hai.", nameof(command.DueOn));
        }
        if (command.Yearly && command.DueOn is null)
        {
            return Problem.Invalid("tasks.due", "Việc hằng năm cần một ngày hạn: hãy chọn ngày của năm nay.", nameof(command.DueOn));
        }
        // A day that was there before, as of a task that goes on from an earlier plan, is no fault of who now names another holder.
        var isKept = command.DueOn == found.Followed?.DueOn && command.Yearly == found.Followed?.Yearly;
        if (!isKept && command.DueOn is { } due && (due < found.Plan.HoldsFrom || due.Year > (found.Plan.LastYear ?? 2100)))
        {
            return Problem.Invalid("tasks.due", $"Ngày hạn {due.Written()} nằm ngoài thời gian của kế hoạch: hãy chọn lại.", nameof(command.DueOn));
        }
        if (!isKept && command is { Yearly: true, DueOn: { } first } && first.Year < found.Plan.FirstYear)
        {
            return Problem.Invalid("tasks.due", $"Việc hằng năm của kế hoạch này tính từ năm {found.Plan.FirstYear}: hãy chọn ngày của năm đó.", nameof(command.DueOn));
        }
        return await runner.Run<int>(command, register, work => GiveAsync(command, found.Plan, register, work, cancellation), cancellation);
    }

    private async Task<Result<int>> GiveAsync(Command command, Plan plan, int register, Work work, CancellationToken cancellation)
    {
        var followed = await db.Set<TaskFollowed>().SingleOrDefaultAsync(f => f.RegisterId == register && f.PlanId == command.PlanId && f.Place == command.Place, cancellation);
        if ((followed?.Version ?? 0) != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (await reach.OnwardAsync(command.PlanId, command.Place, cancellation) is not null)
        {
            return Problem.Refused("tasks.onward", "Việc này nối tiếp ở kế hoạch sau: hãy giao việc, đổi hạn hoặc kết quả ở nhiệm vụ của kế hoạch đó. Chưa có gì thay đổi.");
        }
        if (command.OrganisationId is { } seat && !await IsInAsync(seat, plan, work.Today, cancellation))
        {
            return Problem.Invalid("tasks.organisation", "Không có cơ quan, đơn vị này trong địa bàn của kế hoạch: hãy chọn lại.", nameof(command.OrganisationId));
        }
        if (followed is null)
        {
            followed = new TaskFollowed
            {
                RegisterId = register,
                PlanId = command.PlanId,
                Place = command.Place,
            };
            db.Add(followed);
        }
        var product = string.IsNullOrWhiteSpace(command.Product) ? null : command.Product.Trim();
        followed.Give(command.OwnerRole, command.OrganisationId, product, command.DueOn, command.Yearly, command.NoDay, work.Actor.AccountId, work.Actor.Name, work.Now);
        work.Role = reach.GrantToFollow(plan)?.Role;
        work.Tell(register, "tasks.follow", "given", plan.Id);
        return command.BasedOn + 1;
    }

    private async Task<bool> IsInAsync(Guid organisation, Plan plan, DateOnly today, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(organisation);
        var seat = await db.Set<Organisation>().Where(o => o.RegisterId == register && o.Id == organisation).Select(o => (int?)o.AreaId).SingleOrDefaultAsync(cancellation);
        return seat is { } area && tree.HeirsOf(plan.AreaId, today).Any(heir => tree.IsWithin(area, heir.Id, today));
    }
}
