using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Rounds;

/// <summary>When a step is done, as somebody typed it.</summary>
public sealed record RoundSpan(RoundStep Step, DateOnly From, DateOnly LastDay);

/// <summary>What a round is opened with, or corrected to while nobody is registered.</summary>
/// <param name="AcceptsSample">Whoever holds a round on a sample outside a demo says that he knows: nothing can be decided on it.</param>
public sealed record RoundTerms(
    int AreaId,
    string Title,
    int Year,
    string SetId,
    string SetVersion,
    Guid? PlanId,
    DateOnly FactsAsAt,
    IReadOnlyList<RoundSpan> Windows,
    bool AcceptsSample
);

/// <summary>What terms must be, so that a slip of the pen does not last for a year: a usable set in force, a year near this one, facts of that year, a plan that holds here, windows in order.</summary>
public sealed class RoundRules(AppDb db, AreaTree tree, Installation installation)
{
    /// <summary>Said before a year's work, not after it.</summary>
    public const string SampleWarning =
        "Bộ tiêu chí này là bản mẫu, không có giá trị pháp lý: cuối đợt sẽ không ký được quyết định công nhận. Hãy nhờ quản trị ban hành bộ chính thức (trang Bộ tiêu chí) rồi mở đợt, hoặc đánh dấu là chỉ làm thử.";

    /// <summary>The set the terms name, or the first thing wrong with them.</summary>
    /// <param name="terms">What was typed.</param>
    /// <param name="except">The round that is being corrected.</param>
    /// <param name="today">The year may be last year, this or the next.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Result<PublishedSet>> CheckAsync(RoundTerms terms, Guid? except, DateOnly today, CancellationToken cancellation)
    {
        var set = await db.Set<PublishedSet>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == terms.SetId && s.Version == terms.SetVersion, cancellation);
        if (set is null || set.Status == SetStatus.PartialDraft || set.Subject != SubjectKind.Household)
        {
            return Problem.Invalid("set", "Hãy chọn một bộ tiêu chí gia đình dùng được; bản nháp chưa đủ thì chưa mở đợt được.", nameof(terms.SetId));
        }
        if (!set.IsInForceOn(today))
        {
            return Problem.Invalid("set", $"Bộ tiêu chí “{set.Title}” không có hiệu lực vào hôm nay.", nameof(terms.SetId));
        }
        if (set.Status == SetStatus.Sample && !installation.IsDemo && !terms.AcceptsSample)
        {
            return Problem.Invalid("sample_set", SampleWarning, nameof(terms.AcceptsSample));
        }
        if (terms.Title != RoundWords.Family)
        {
            return Problem.Invalid("title", $"Đợt đánh giá hiện mở cho danh hiệu “{RoundWords.Family}”.", nameof(terms.Title));
        }
        return DaysFault(terms, today) ?? await PlanFaultAsync(terms, except, today, cancellation) ?? await TakenAsync(terms, except, cancellation) ?? (Result<PublishedSet>)set;
    }

    private static Problem? DaysFault(RoundTerms terms, DateOnly today)
    {
        if (Math.Abs(terms.Year - today.Year) > 1)
        {
            return Problem.Invalid("year", $"Năm đánh giá phải là {today.Year - 1}, {today.Year} hoặc {today.Year + 1}; ở đây ghi {terms.Year}.", nameof(terms.Year));
        }
        if (terms.FactsAsAt.Year != terms.Year)
        {
            return Problem.Invalid(
                "facts_as_at",
                $"Ngày chốt số liệu {terms.FactsAsAt:dd/MM/yyyy} không thuộc năm đánh giá {terms.Year}: hãy chọn một ngày trong năm đó.",
                nameof(terms.FactsAsAt)
            );
        }
        var steps = Enum.GetValues<RoundStep>().Length;
        if (terms.Windows.Count != steps || terms.Windows.Select(w => w.Step).Distinct().Count() != steps)
        {
            return Problem.Invalid("windows", "Cần đủ thời gian cho từng bước của đợt.", nameof(terms.Windows));
        }
        return ProposedWindows.Fault([.. terms.Windows.Select(w => (w.Step, w.From, w.LastDay))]) is { } fault ? Problem.Invalid("windows", fault, nameof(terms.Windows)) : null;
    }

    private async Task<Problem?> PlanFaultAsync(RoundTerms terms, Guid? except, DateOnly today, CancellationToken cancellation)
    {
        // What a round was opened under is not judged anew when its days are corrected.
        if (terms.PlanId is not { } id || (except is not null && await db.Set<Round>().AnyAsync(r => r.Id == except && r.PlanId == id, cancellation)))
        {
            return null;
        }
        var register = RowId.RegisterOf(id);
        // The round is held under what asks it in its year: for the year before or the next, on the day of that year nearest to today.
        var day =
            today.Year == terms.Year ? today
            : new DateOnly(terms.Year, 1, 1) is var first && first > today ? first
            : first.AddYears(1).AddDays(-1);
        var plans = db.Set<Plan>().Where(p => p.RegisterId == register && p.Id == id && p.OrganisationId == null && p.ConfirmedAt != null);
        var area = await plans.Select(p => (int?)p.AreaId).SingleOrDefaultAsync(cancellation);
        if (area is not { } of || !tree.IsWithin(terms.AreaId, of, today))
        {
            return Problem.Invalid("plan", "Kế hoạch này không phải của xã hay của cấp trên xã: hãy mở đợt từ kế hoạch đúng, hoặc để trống kế hoạch.", nameof(terms.PlanId));
        }
        // A plan that was withdrawn asks nothing any more, also not for the year before; one that was replaced did ask it then.
        var withdrawn = plans.Where(p => p.EndedOn <= today && p.EndedHow == PlanEnd.Withdrawn);
        return await plans.Where(Plan.Holding(day)).Where(Plan.HasBegun(day)).AnyAsync(cancellation) && !await withdrawn.AnyAsync(cancellation)
            ? null
            : Problem.Invalid(
                "plan_ended",
                $"Kế hoạch này không có hiệu lực cho đợt năm {terms.Year}: chưa bắt đầu, đã hết giai đoạn, đã được thay hay đã thu hồi. Hãy chọn kế hoạch khác, hoặc để trống kế hoạch.",
                nameof(terms.PlanId)
            );
    }

    private async Task<Problem?> TakenAsync(RoundTerms terms, Guid? except, CancellationToken cancellation) =>
        await db.Set<Round>().AnyAsync(r => r.AreaId == terms.AreaId && r.Year == terms.Year && r.Title == terms.Title && r.ClosedAt == null && r.Id != except, cancellation)
            ? Problem.Conflict("round_exists", $"Xã đã có đợt “{terms.Title}” năm {terms.Year}. Nếu đợt đó mở nhầm và chưa có quyết định, hãy đóng đợt đó trước.")
            : null;
}
