using DenSach.Modules.Areas;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry.List;

public enum HouseholdOrder
{
    Hamlet,
    Name,
}

/// <param name="AreaId">Only what lies in it, by the tree of the day asked for.</param>
/// <param name="Text">Words of a name of the head or a member, in any order and without marks; or the number.</param>
/// <param name="AsAt">Who lived there on that day.</param>
/// <param name="Order">By hamlet and number, or by the head's given name.</param>
/// <param name="Page">From 1.</param>
public sealed record HouseholdQuestion(int? AreaId, string? Text, DateOnly AsAt, HouseholdOrder Order = HouseholdOrder.Hamlet, int Page = 1);

/// <param name="Member">The member whose name was found, when it is not the head's.</param>
/// <param name="LongAway">Away for six months and more: in the list, not in the sums.</param>
public sealed record HouseholdLine(
    Guid Id,
    string Number,
    string HeadName,
    int AreaId,
    string Hamlet,
    int Members,
    DateOnly ResidentFrom,
    bool LongAway,
    bool Invented,
    string? Member = null
);

public sealed record HouseholdsFound(IReadOnlyList<HouseholdLine> Lines, int Count, int LongAway, int Page, int Pages);

/// <summary>The households within reach on a day, searched and a page at a time.</summary>
public sealed class HouseholdList(AppDb db, HouseholdsInReach reach, AreaTree tree, ReadLog log)
{
    public const int PageSize = 50;

    public async Task<HouseholdsFound> FindAsync(HouseholdQuestion question, CancellationToken cancellation)
    {
        var found = Matching(question);
        var count = await found.CountAsync(cancellation);
        var away = await found.CountAsync(IsLongAwayOn(question.AsAt), cancellation);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(question.Page, 1, pages);
        if (!string.IsNullOrWhiteSpace(question.Text))
        {
            await log.Looked("registry.search", $"{count}", reach.Role, cancellation);
        }
        var lines = await LinesAsync(Sorted(found, question.Order).Skip((page - 1) * PageSize).Take(PageSize), question, cancellation);
        return new HouseholdsFound(lines, count, away, page, pages);
    }

    /// <summary>All of them at once, for a paper or a file. The caller tells the audit.</summary>
    public Task<IReadOnlyList<HouseholdLine>> AllAsync(HouseholdQuestion question, CancellationToken cancellation) =>
        LinesAsync(Sorted(Matching(question), question.Order), question, cancellation);

    private IQueryable<Household> Matching(HouseholdQuestion question)
    {
        var day = question.AsAt;
        var households = reach.Query().Where(h => h.ResidentFrom <= day && (h.ResidentTo == null || h.ResidentTo > day));
        if (question.AreaId is { } area)
        {
            households = households.Within(db, area, day);
        }
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            return households;
        }
        var number = question.Text.Trim();
        var words = Words(question.Text);
        // Words of nothing but signs find nothing; no words at all would find everybody.
        return words.Length == 0
            ? households.Where(h => h.Number == number)
            : households.Where(h =>
                h.Number == number
                || words.All(word => (" " + h.SearchKey).Contains(" " + word))
                || MembersOn(day).Any(p => p.RegisterId == h.RegisterId && p.HouseholdId == h.Id && words.All(word => (" " + p.SearchKey).Contains(" " + word)))
            );
    }

    private static IQueryable<Household> Sorted(IQueryable<Household> households, HouseholdOrder order) =>
        order == HouseholdOrder.Name
            ? households.OrderBy(h => h.SortKey).ThenBy(h => h.AreaId).ThenBy(h => h.Number.Length).ThenBy(h => h.Number).ThenBy(h => h.Id)
            // The shorter number first, so that 9 stands before 10.
            : households.OrderBy(h => h.AreaId).ThenBy(h => h.Number.Length).ThenBy(h => h.Number).ThenBy(h => h.Id);

    private IQueryable<Person> MembersOn(DateOnly day) => db.Set<Person>().AsNoTracking().Where(p => p.JoinedOn <= day && (p.LeftOn == null || p.LeftOn > day));

    private System.Linq.Expressions.Expression<Func<Household, bool>> IsLongAwayOn(DateOnly day) =>
        h => db.Set<Absence>().Any(a => a.RegisterId == h.RegisterId && a.HouseholdId == h.Id && a.PersonId == null && a.LongFrom <= day && (a.To == null || a.To > day));

    private async Task<IReadOnlyList<HouseholdLine>> LinesAsync(IQueryable<Household> households, HouseholdQuestion question, CancellationToken cancellation)
    {
        var day = question.AsAt;
        var members = MembersOn(day);
        var away = db.Set<Absence>().Where(a => a.PersonId == null && a.LongFrom <= day && (a.To == null || a.To > day));
        var rows = await households
            .Select(h => new
            {
                Household = h,
                Members = members.Count(p => p.RegisterId == h.RegisterId && p.HouseholdId == h.Id),
                Away = away.Any(a => a.RegisterId == h.RegisterId && a.HouseholdId == h.Id),
            })
            .ToListAsync(cancellation);
        var found = await MembersFoundAsync([.. rows.Select(r => r.Household)], question, cancellation);
        return
        [
            .. rows.Select(r => new HouseholdLine(
                r.Household.Id,
                r.Household.Number,
                r.Household.HeadName,
                r.Household.AreaId,
                tree.Find(r.Household.AreaId)?.FullName ?? "",
                r.Members,
                r.Household.ResidentFrom,
                r.Away,
                r.Household.Invented,
                found.GetValueOrDefault(r.Household.Id)
            )),
        ];
    }

    /// <summary>Why a household was found although its head is called otherwise.</summary>
    private async Task<Dictionary<Guid, string>> MembersFoundAsync(IReadOnlyList<Household> households, HouseholdQuestion question, CancellationToken cancellation)
    {
        var words = Words(question.Text);
        var others = households.Where(h => !HasAll(h.SearchKey, words)).ToList();
        if (words.Length == 0 || others.Count == 0)
        {
            return [];
        }
        var registers = others.Select(h => h.RegisterId).Distinct().ToList();
        var ids = others.Select(h => h.Id).ToList();
        var members = await MembersOn(question.AsAt)
            .Where(p => registers.Contains(p.RegisterId) && ids.Contains(p.HouseholdId))
            .Select(p => new
            {
                p.HouseholdId,
                p.FullName,
                p.SearchKey,
            })
            .ToListAsync(cancellation);
        return members.Where(p => HasAll(p.SearchKey, words)).GroupBy(p => p.HouseholdId).ToDictionary(g => g.Key, g => string.Join(", ", g.Select(p => p.FullName)));
    }

    private static string[] Words(string? text) => SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool HasAll(string key, string[] words) => words.All(word => $" {key}".Contains($" {word}", StringComparison.Ordinal));
}
