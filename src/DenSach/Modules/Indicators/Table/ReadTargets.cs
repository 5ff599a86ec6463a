using DenSach.Modules.Areas;
using DenSach.Modules.Indicators.Sums;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Indicators.Table;

/// <summary>Puts the targets of the plans in force beside what is counted, all read at one moment.</summary>
public sealed class ReadTargets(AppDb db, AreaSums sums, SetsUsed sets, AreaTree tree, Gate gate)
{
    private static readonly Indicator Families = Indicator.LearningFamilies;

    public async Task<Result<TargetTable>> AskAsync(int areaId, DateOnly asAt, CancellationToken cancellation)
    {
        var open = Reach.Open(gate, tree, areaId, asAt);
        if (open.Problem is { } problem)
        {
            return problem;
        }
        var area = open.Value;
        var planOf = area.Kind == AreaKind.Hamlet ? tree.CommuneOf(areaId, asAt) ?? area : area;
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var share = await ShareAsync(areaId, asAt, cancellation);
        var plans = await InForceAsync([planOf.Id], asAt, cancellation, withText: true);
        List<PlanLines> lines =
        [
            .. plans.Select(p => new PlanLines(
                p.Id,
                PlanWords.NameOf(p),
                p.Title,
                p.WaitsOn(asAt) ? p.FirstYear : null,
                [.. p.Targets.OrderBy(t => t.Place).Select(t => Line(p, t, share, asAt))]
            )),
        ];
        return new TargetTable(
            areaId,
            area.FullName,
            area.Kind,
            asAt,
            tree.Revision,
            Figure.Of(share),
            await sums.FlowAsync(Decisions.RecognitionMeasures.FamiliesRecognised, areaId, new DateOnly(asAt.Year - 1, 12, 31), asAt, cancellation),
            planOf.FullName,
            lines,
            await BelowAsync(area, plans, asAt, cancellation),
            await sets.InAsync(planOf.Id, asAt, cancellation),
            await sets.RestOnSampleAsync(areaId, asAt, cancellation)
        );
    }

    private async Task<Share> ShareAsync(int areaId, DateOnly asAt, CancellationToken cancellation) =>
        new(await sums.StockAsync(Families.Numerator, areaId, asAt, cancellation), await sums.StockAsync(Families.Denominator, areaId, asAt, cancellation));

    private async Task<IReadOnlyList<AreaLine>> BelowAsync(Area area, IReadOnlyList<Plan> above, DateOnly asAt, CancellationToken cancellation)
    {
        var children = tree.ChildrenOf(area.Id, asAt);
        if (children.Count == 0)
        {
            return [];
        }
        var stocks = await sums.BelowAsync(area.Id, [Families.Numerator, Families.Denominator], asAt, cancellation);
        var own = children[0].Kind == AreaKind.Hamlet ? [] : await InForceAsync([.. children.Select(c => c.Id)], asAt, cancellation);
        var byArea = own.ToLookup(p => p.AreaId);
        return
        [
            .. children.Select(child =>
            {
                var share = new Share(stocks.GetValueOrDefault((child.Id, Families.Numerator)), stocks.GetValueOrDefault((child.Id, Families.Denominator)));
                return new AreaLine(child.Id, child.FullName, child.Kind, child.Invented, Figure.Of(share), FamiliesLine(byArea[child.Id], above, share, asAt));
            }),
        ];
    }

    private async Task<List<Plan>> InForceAsync(List<int> areas, DateOnly asAt, CancellationToken cancellation, bool withText = false)
    {
        var found = db.Set<Plan>().AsNoTracking().Where(p => areas.Contains(p.AreaId)).Include(p => p.Targets);
        var plans = await (withText ? found.Include(p => p.Received).AsSplitQuery() : found).ToListAsync(cancellation);
        return [.. plans.Where(p => !p.IsSmall && p.HoldsOn(asAt)).OrderByDescending(p => p.RunsOn(asAt)).ThenByDescending(p => p.FirstDay).ThenBy(p => p.Id)];
    }

    /// <summary>Of the own plan, else of the plan above; of one whose period is still to come only where none runs.</summary>
    private static TargetLine? FamiliesLine(IEnumerable<Plan> own, IReadOnlyList<Plan> above, Share share, DateOnly asAt) =>
        FamiliesLine(own.Where(p => p.RunsOn(asAt)), share, asAt)
        ?? FamiliesLine(above.Where(p => p.RunsOn(asAt)), share, asAt)
        ?? FamiliesLine(own, share, asAt)
        ?? FamiliesLine(above, share, asAt);

    /// <summary>Of several years the nearest that is not over.</summary>
    private static TargetLine? FamiliesLine(IEnumerable<Plan> plans, Share share, DateOnly asAt) =>
        plans
            .SelectMany(p => p.Targets.Where(t => Indicator.For(t) == Families).Select(t => (Plan: p, Target: t)))
            .OrderBy(x => x.Target.Year is { } year && year < asAt.Year)
            .ThenBy(x => x.Target.Year)
            .Select(x => Line(x.Plan, x.Target, share, asAt))
            .FirstOrDefault();

    private static TargetLine Line(Plan plan, PlanTarget target, Share families, DateOnly asAt)
    {
        // One indicator so far: where it does not answer the target, nothing does.
        var indicator = Indicator.For(target);
        var share = indicator == Families ? families : default;
        var counted = share.Denominator > 0;
        var waits = plan.WaitsOn(asAt);
        var needed = !waits && target.Year is { } year && plan.PeriodStart is { } start ? Share.NeededOn(asAt, start, year, target.Value) : (decimal?)null;
        return new TargetLine(
            target.Place,
            target.Subject,
            target.Title ?? PlanWords.WholeMeasure(plan, target),
            target.Year,
            target.Value,
            target.Unit,
            target.Asked,
            indicator?.Code,
            Figure.Of(share),
            counted ? share.Gap(target.Value, target.Comparator) : null,
            indicator is not null && needed is { } line ? Math.Round(line, 1, MidpointRounding.AwayFromZero) : null,
            waits && counted ? TargetState.NotBegun : share.StateOf(target.Value, target.Comparator, target.Year, needed, asAt)
        );
    }
}
