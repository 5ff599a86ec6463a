using DenSach.Modules.Areas;
using DenSach.Modules.Decisions;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Indicators.Families;

/// <param name="Decision">"125/QĐ-UBND, 2/12/2026"</param>
/// <param name="Until">The last day of the title.</param>
public sealed record FamilyLine(
    Guid HouseholdId,
    string Number,
    string HeadName,
    string Hamlet,
    string Title,
    int Year,
    DateOnly From,
    DateOnly Until,
    string Decision,
    bool Sample
);

/// <param name="Count">All that are counted: the numerator of the share.</param>
/// <param name="Hidden">Counted, but in hamlets that lie elsewhere today, so that this account may not see them.</param>
public sealed record FamiliesFound(int AreaId, string Area, DateOnly AsAt, int Count, int Hidden, IReadOnlyList<FamilyLine> Lines, int Page, int Pages);

/// <summary>The list behind the number: the families that hold the title as at a day, in an area by the tree of that day.</summary>
public sealed class HoldingFamilies(AppDb db, HouseholdsInReach reach, AreaTree tree, Gate gate, ReadLog log)
{
    public const int PageSize = 50;

    public async Task<Result<FamiliesFound>> FindAsync(int areaId, DateOnly asAt, int page, CancellationToken cancellation)
    {
        if (Open(areaId, asAt) is { Ok: false, Problem: { } problem })
        {
            return problem;
        }
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var count = await Counted(db.Set<Household>().AsNoTracking(), areaId, asAt).CountAsync(cancellation);
        var seen = Counted(reach.Query(), areaId, asAt);
        var mine = await seen.CountAsync(cancellation);
        var pages = Math.Max(1, (mine + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        var lines = await LinesAsync(InOrder(seen).Skip((at - 1) * PageSize).Take(PageSize), asAt, cancellation);
        return new FamiliesFound(areaId, tree[areaId].FullName, asAt, count, count - mine, lines, at, pages);
    }

    /// <summary>The whole list as a file for a spreadsheet; taking it is told to the audit.</summary>
    public async Task<Result<byte[]>> FileAsync(int areaId, DateOnly asAt, CancellationToken cancellation)
    {
        if (Open(areaId, asAt) is { Ok: false, Problem: { } problem })
        {
            return problem;
        }
        var lines = await LinesAsync(InOrder(Counted(reach.Query(), areaId, asAt)), asAt, cancellation);
        await log.Looked("indicators.export", $"{lines.Count}", reach.Role, cancellation);
        var csv = new Csv().Row("Số hộ", "Chủ hộ", "Địa bàn", "Danh hiệu", "Năm", "Từ ngày", "Đến hết ngày", "Quyết định", "Ghi chú", "Tính đến ngày");
        foreach (var line in lines)
        {
            csv.Row(
                line.Number,
                line.HeadName,
                line.Hamlet,
                line.Title,
                line.Year,
                line.From,
                line.Until,
                line.Decision,
                line.Sample ? "BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" : "",
                asAt
            );
        }
        return csv.ToBytes();
    }

    private Result<Area> Open(int areaId, DateOnly asAt)
    {
        var open = Reach.Open(gate, tree, areaId, asAt);
        return !open.Ok || gate.Allows(RegistryModule.Read, areaId)
            ? open
            : Problem.Forbidden("Danh sách từng gia đình chỉ mở cho người có việc với các hộ ở địa bàn này. Con số thì tài khoản này xem được.");
    }

    /// <summary>Exactly what the measure counts: a title in force, a household that counts as resident.</summary>
    private IQueryable<Household> Counted(IQueryable<Household> households, int areaId, DateOnly day) =>
        households
            .Within(db, areaId, day)
            .Where(h => h.ResidentFrom <= day && (h.ResidentTo == null || h.ResidentTo > day))
            .Where(h =>
                !db.Set<Absence>().Any(a => a.RegisterId == h.RegisterId && a.HouseholdId == h.Id && a.PersonId == null && a.LongFrom <= day && (a.To == null || a.To > day))
            )
            .Where(h => db.Set<Recognition>().Any(r => r.RegisterId == h.RegisterId && r.HouseholdId == h.Id && r.From <= day && r.To > day));

    private static IQueryable<Household> InOrder(IQueryable<Household> households) =>
        households.OrderBy(h => h.AreaId).ThenBy(h => h.Number.Length).ThenBy(h => h.Number).ThenBy(h => h.Id);

    private async Task<IReadOnlyList<FamilyLine>> LinesAsync(IQueryable<Household> households, DateOnly day, CancellationToken cancellation)
    {
        var rows = await households.ToListAsync(cancellation);
        var registers = rows.Select(h => h.RegisterId).Distinct().ToList();
        var ids = rows.Select(h => h.Id).ToList();
        var recognitions = await db.Set<Recognition>()
            .AsNoTracking()
            .Where(r => registers.Contains(r.RegisterId) && ids.Contains(r.HouseholdId) && r.From <= day && r.To > day)
            .ToListAsync(cancellation);
        var decisionIds = recognitions.Select(r => r.DecisionId).Distinct().ToList();
        var decisionRegisters = recognitions.Select(r => r.DecisionRegisterId).Distinct().ToList();
        var decisions = await db.Set<Decision>()
            .AsNoTracking()
            .Where(d => decisionRegisters.Contains(d.RegisterId) && decisionIds.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, cancellation);
        var latest = recognitions.GroupBy(r => r.HouseholdId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!);
        return
        [
            .. rows.Select(h => (Household: h, Recognition: latest[h.Id]))
                .Select(x => new FamilyLine(
                    x.Household.Id,
                    x.Household.Number,
                    x.Household.HeadName,
                    tree.Find(x.Household.AreaId)?.FullName ?? "",
                    x.Recognition.Title,
                    x.Recognition.Year,
                    x.Recognition.From,
                    x.Recognition.To.AddDays(-1),
                    decisions.GetValueOrDefault(x.Recognition.DecisionId) is { Number: { } number } decision
                        ? $"{number}{(decision.IssuedOn is { } on ? $", {on.Written()}" : "")}"
                        : "",
                    x.Recognition.RestsOnSample
                )),
        ];
    }
}
