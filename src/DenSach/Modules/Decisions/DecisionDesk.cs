using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions;

/// <summary>What the steps of a decision share: loading it for somebody who may, and what holds for its families.</summary>
public sealed class DecisionDesk(AppDb db, Gate gate, Installation installation)
{
    /// <summary>The decision, if the actor may do this in its commune and the form was not stale.</summary>
    public async Task<Result<(Decision Decision, Grant Grant)>> OpenAsync(
        Guid id,
        int basedOn,
        string permission,
        IReadOnlyCollection<DecisionStatus> statuses,
        CancellationToken cancellation
    )
    {
        var register = RowId.RegisterOf(id);
        var decision = await db.Set<Decision>().SingleOrDefaultAsync(d => d.RegisterId == register && d.Id == id, cancellation);
        if (decision is null || gate.GrantFor(permission, new Place(decision.AreaId)) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (decision.Version != basedOn)
        {
            return Problem.Stale;
        }
        return statuses.Contains(decision.Status)
            ? (decision, grant)
            : Problem.Refused("wrong_status", $"Quyết định đang ở bước “{InWords(decision.Status)}” nên chưa làm được việc này.");
    }

    /// <summary>One line of the decision's history, seen on its page; the audit is told apart.</summary>
    public void Note(Work work, Decision decision, Grant grant, string action, string? detail = null, string? reason = null, string? lateReason = null)
    {
        work.Role = grant.Role;
        db.Add(
            new DecisionStep
            {
                RegisterId = decision.RegisterId,
                Id = RowId.New(decision.RegisterId),
                DecisionId = decision.Id,
                Action = action,
                At = work.Now,
                AccountId = work.Actor.AccountId,
                AccountName = work.Actor.Name,
                Role = grant.Role,
                Detail = detail,
                Reason = Clean(reason),
                LateReason = Clean(lateReason),
            }
        );

        static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public Task<Round> RoundAsync(Decision decision, CancellationToken cancellation) =>
        db.Set<Round>().SingleAsync(r => r.RegisterId == decision.RegisterId && r.Id == decision.RoundId, cancellation);

    /// <summary>Why a day cannot stand on the paper: it is not over, the lists still hung, or the window of decisions was over and nobody says why.</summary>
    public async Task<Problem?> DayFaultAsync(
        IReadOnlyCollection<CaseFile> files,
        Round round,
        DateOnly day,
        DateOnly today,
        string? lateReason,
        (string Code, string Name, string Field) which,
        CancellationToken cancellation
    )
    {
        if (day > today)
        {
            return Problem.Invalid(which.Code, $"{which.Name} không thể sau hôm nay ({today:dd/MM/yyyy}).", which.Field);
        }
        if (await LastPostingDayAsync(files, cancellation) is { } last && day <= last)
        {
            return Problem.Invalid(which.Code, $"{which.Name} phải sau ngày cuối niêm yết {last:dd/MM/yyyy}.", which.Field);
        }
        return round.WindowOf(RoundStep.Decision) is { } window && day > window.LastDay && string.IsNullOrWhiteSpace(lateReason)
            ? Problem.Invalid("late_reason", $"{ProposedWindows.NameOf(window.Step)} đã hết hạn ngày {window.LastDay:dd/MM/yyyy}. Cần nêu lý do ra quyết định muộn.", "LateReason")
            : null;
    }

    /// <summary>Whether the round's window of decisions is over on the day.</summary>
    public static bool IsLate(Round round, DateOnly day) => round.WindowOf(RoundStep.Decision) is { } window && day > window.LastDay;

    private async Task<DateOnly?> LastPostingDayAsync(IReadOnlyCollection<CaseFile> files, CancellationToken cancellation)
    {
        var ids = files.Select(f => f.Assessment.PostingId).Distinct().ToList();
        return await db.Set<Posting>().Where(p => ids.Contains(p.Id)).MaxAsync(p => (DateOnly?)p.LastDay, cancellation);
    }

    public async Task<IReadOnlyList<CaseFile>> FamiliesAsync(Decision decision, CancellationToken cancellation)
    {
        var ids = await db.Set<DecisionLine>().Where(l => l.RegisterId == decision.RegisterId && l.DecisionId == decision.Id).Select(l => l.AssessmentId).ToListAsync(cancellation);
        return await CaseFile.LoadAsync(db, ids, cancellation);
    }

    /// <summary>The families of a round whose posting ended without an open objection and that no other decision holds.</summary>
    public async Task<IReadOnlyList<CaseFile>> ReadyAsync(Round round, DateOnly today, CancellationToken cancellation) =>
        await CaseFile.LoadAsync(db, await Ready(today).Where(a => a.RoundId == round.Id).Select(a => a.Id).ToListAsync(cancellation), cancellation);

    /// <summary>How many families of each round are ready, counted where they are stored; a round without any is not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ReadyCountsAsync(IReadOnlyCollection<Guid> rounds, DateOnly today, CancellationToken cancellation) =>
        await Ready(today)
            .Where(a => rounds.Contains(a.RoundId))
            .GroupBy(a => a.RoundId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    /// <summary>The rounds of an area that are neither closed nor done with: somebody in them still waits for something.</summary>
    public IQueryable<Round> Unfinished(int area, DateOnly today) =>
        db.Set<Round>()
            .AsNoTracking()
            .Within(db, area, today)
            .Where(r =>
                r.ClosedAt == null
                && (
                    !db.Set<Assessment>().Any(a => a.RoundId == r.Id)
                    || db.Set<Assessment>()
                        .Any(a => a.RoundId == r.Id && a.Status != AssessmentStatus.Recognised && a.Status != AssessmentStatus.NotMet && a.Status != AssessmentStatus.NotProposed)
                )
            );

    private IQueryable<Assessment> Ready(DateOnly today) =>
        db.Set<Assessment>()
            .Where(a =>
                a.Status == AssessmentStatus.Posted
                && db.Set<Posting>().Any(p => p.RegisterId == a.PostingRegisterId && p.Id == a.PostingId && p.LastDay < today)
                && !db.Set<Objection>().Any(o => o.RegisterId == a.RegisterId && o.AssessmentId == a.Id && o.Outcome == ObjectionOutcome.Open)
                && !db.Set<DecisionLine>()
                    .Any(l =>
                        l.RegisterId == a.RoundRegisterId
                        && l.AssessmentId == a.Id
                        && db.Set<Decision>().Any(d => d.RegisterId == l.RegisterId && d.Id == l.DecisionId && d.Status != DecisionStatus.Withdrawn)
                    )
            );

    /// <summary>For each family which of the deciding conditions hold today.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Condition>>> HoldsAsync(
        IReadOnlyCollection<CaseFile> files,
        bool restsOnSample,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var postingIds = files.Select(f => f.Assessment.PostingId).Distinct().ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Where(p => postingIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var open = new HashSet<Guid>();
        foreach (var group in files.GroupBy(f => f.Assessment.RegisterId))
        {
            var ids = group.Select(f => f.Assessment.Id).ToList();
            open.UnionWith(
                await db.Set<Objection>()
                    .Where(o => o.RegisterId == group.Key && o.Outcome == ObjectionOutcome.Open && ids.Contains(o.AssessmentId))
                    .Select(o => o.AssessmentId)
                    .ToListAsync(cancellation)
            );
        }
        return files.ToDictionary(f => f.Assessment.Id, f => Holding(f));

        IReadOnlyList<Condition> Holding(CaseFile file)
        {
            var holds = new List<Condition>();
            if (file.Assessment.PostingId is { } posting && postings.TryGetValue(posting, out var hung) && hung.HasEndedOn(today))
            {
                holds.Add(Condition.PostingEnded);
            }
            if (!open.Contains(file.Assessment.Id))
            {
                holds.Add(Condition.NoOpenObjection);
            }
            if (!restsOnSample || installation.IsDemo)
            {
                holds.Add(Condition.SetHasForce);
            }
            return holds;
        }
    }

    public static string InWords(DecisionStatus status) =>
        status switch
        {
            DecisionStatus.Draft => "Dự thảo",
            DecisionStatus.Submitted => "Đã trình ký",
            DecisionStatus.Signed => "Đã ký, chờ cấp số",
            DecisionStatus.InForce => "Đã ban hành",
            _ => "Đã bỏ",
        };
}
