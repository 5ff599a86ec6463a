using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Load;

/// <summary>Takes in a plan that somebody compared with its text: the same for the page, the API, the command line and the demo.</summary>
public sealed class LoadPlan(AppDb db, CommandRunner runner, Gate gate, AreaTree tree, ReadPlan reader)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }

        /// <summary>The whole text as received.</summary>
        public required string Text { get; init; }
    }

    /// <param name="Warnings">What the reader was not sure of, in sentences.</param>
    public sealed record Loaded(Guid PlanId, int Targets, int Deadlines, IReadOnlyList<string> Warnings);

    public async Task<Result<Loaded>> Handle(Command command, CancellationToken cancellation)
    {
        var read = reader.Read(command.AreaId, command.Text);
        if (read.Problem is { } problem)
        {
            return problem;
        }
        var plan = read.Value;
        return await runner.Run<Loaded>(command, plan.RegisterId, work => AddAsync(work, plan, cancellation), cancellation);
    }

    private async Task<Result<Loaded>> AddAsync(Work work, Plan plan, CancellationToken cancellation)
    {
        var there = await db.Set<Plan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.RegisterId == plan.RegisterId && p.AreaId == plan.AreaId && p.TextSha256 == plan.TextSha256, cancellation);
        if (there is not null)
        {
            return Problem.Conflict(
                SameText,
                $"Đúng văn bản này đã được nạp cho {tree[plan.AreaId].FullName} ngày {Clock.DayOf(there.ConfirmedAt).Written()}. Chưa có gì thay đổi: hãy mở kế hoạch đó trong danh sách."
            );
        }
        db.Add(plan);
        work.Role = gate.GrantFor(PlansModule.Load, new Place(plan.AreaId))?.Role;
        work.Tell(plan.RegisterId, "plan.load", "loaded", plan.Id);
        return new Loaded(plan.Id, plan.Targets.Count, plan.Deadlines.Count, [.. plan.Doubts.Select(d => d.Message)]);
    }

    public const string SameText = "plans.same_text";
}
