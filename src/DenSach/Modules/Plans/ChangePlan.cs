using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans;

/// <summary>A change of one plan, based on a state of it that somebody saw.</summary>
public abstract record PlanCommand : Command
{
    public required Guid PlanId { get; init; }

    /// <summary>The version of the plan that was shown.</summary>
    public required int BasedOn { get; init; }
}

/// <summary>Corrects an item of a plan by hand, or adds one that the reader did not find.</summary>
public abstract record ItemCommand<TContent> : PlanCommand
{
    /// <summary>Which item; null to add one.</summary>
    public int? Place { get; init; }
    public required TContent Content { get; init; }
}

/// <param name="Version">The version that the next change is based on.</param>
/// <param name="Place">The item that was changed or added, if it was one.</param>
public sealed record PlanChanged(Guid PlanId, int Version, int? Place = null);

/// <summary>
/// How every change of a plan goes: the plan whole, dropped items too; the right to change it; not changed by somebody else meanwhile; told to the audit. Where it changes
/// from when a plan runs, what that plan replaced ends on the new day.
/// </summary>
public sealed class ChangePlan(AppDb db, CommandRunner runner, PlanPlaces places)
{
    /// <summary>Carries out the change; it answers the place of the item it touched, if any, or why it cannot be.</summary>
    public Task<Result<PlanChanged>> RunAsync(PlanCommand command, string action, Func<Plan, Work, Task<Result<int?>>> change, CancellationToken cancellation) =>
        RowId.RegisterOf(command.PlanId) is { } register
            ? runner.Run<PlanChanged>(command, register, work => DoAsync(command, register, action, change, work, cancellation), cancellation)
            : Task.FromResult<Result<PlanChanged>>(Problem.NotFound());

    public Task<Result<PlanChanged>> RunAsync(PlanCommand command, string action, Func<Plan, Work, Result<int?>> change, CancellationToken cancellation) =>
        RunAsync(command, action, (plan, work) => Task.FromResult(change(plan, work)), cancellation);

    /// <summary>Corrects the item at the place, or adds one; a content that cannot be is told and changes nothing.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="action">Its name in the audit.</param>
    /// <param name="fault">Why a content cannot be, or null.</param>
    /// <param name="items">The items of that kind.</param>
    /// <param name="add">Adds one to a plan.</param>
    /// <param name="correct">Gives an item another content.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Result<PlanChanged>> CorrectAsync<TItem, TContent>(
        ItemCommand<TContent> command,
        string action,
        Func<TContent, Problem?> fault,
        Func<Plan, IEnumerable<TItem>> items,
        Func<Plan, TContent, TItem> add,
        Action<TItem, TContent> correct,
        CancellationToken cancellation
    )
        where TItem : PlanItem =>
        fault(command.Content)
        ?? await RunAsync(
            command,
            action,
            (plan, _) =>
            {
                if (command.Place is not { } place)
                {
                    return add(plan, command.Content).Place;
                }
                if (items(plan).SingleOrDefault(i => i.Place == place) is not { } item)
                {
                    return Problem.NotFound("Không có mục này trong kế hoạch.");
                }
                correct(item, command.Content);
                return (Result<int?>)place;
            },
            cancellation
        );

    private async Task<Result<PlanChanged>> DoAsync(
        PlanCommand command,
        int register,
        string action,
        Func<Plan, Work, Task<Result<int?>>> change,
        Work work,
        CancellationToken cancellation
    )
    {
        var plan = await PlansInReach.WithItems(db.Set<Plan>()).IgnoreQueryFilters().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == command.PlanId, cancellation);
        if (plan is null || !places.MayChange(plan))
        {
            return Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được sửa.");
        }
        if (plan.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        var takesOver = plan.IsDraft ? null : plan.TakesOverOn;
        var name = PlanWords.NameOf(plan);
        var changed = await change(plan, work);
        if (changed.Problem is { } problem)
        {
            return problem;
        }
        if (db.Entry(plan).State != EntityState.Deleted)
        {
            plan.Changed(work.Now);
        }
        if (takesOver is { } before && (before, name) != (plan.TakesOverOn, PlanWords.NameOf(plan)))
        {
            await MoveEndAsync(plan, before, work, cancellation);
        }
        work.Role = places.RoleFor(plan);
        work.Tell(register, action, plan.IsDraft ? "draft" : "in_force", plan.Id);
        return new PlanChanged(plan.Id, plan.Version + 1, changed.Value);
    }

    /// <summary>The plan that this one replaced, where its end is still the one that this one set.</summary>
    private async Task MoveEndAsync(Plan plan, DateOnly before, Work work, CancellationToken cancellation)
    {
        if (plan is not { ReplacesId: { } id, EndedHow: not PlanEnd.Withdrawn } || plan.EndedOn <= plan.TakesOverOn)
        {
            return;
        }
        var register = RowId.RegisterOf(id);
        var earlier = await db.Set<Plan>().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id && p.EndedHow == PlanEnd.Replaced && p.EndedOn == before, cancellation);
        if (earlier is null)
        {
            return;
        }
        plan.Replace(earlier, work.Today);
        if (earlier.RegisterId != plan.RegisterId)
        {
            work.Tell(earlier.RegisterId, "plan.replaced", "ended", earlier.Id, plan.Id);
        }
    }
}
