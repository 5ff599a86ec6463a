using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Posted;

/// <summary>A posting with the days it still hangs, today counted; 0 once it ended.</summary>
public sealed record PostingRow(Posting Posting, int DaysLeft);

/// <summary>One family as it hangs out.</summary>
public sealed record PostedFamily(Guid AssessmentId, int AreaId, string Hamlet, string Number, string HeadName, int? Points, AssessmentStatus Status);

/// <summary>What was said against a posted family, with what a page needs to show and answer it.</summary>
/// <param name="Against">The result it speaks against.</param>
public sealed record ObjectionRow(Objection Objection, PostedFamily Family, AssessmentStatus Against, DateOnly AnswerBy);

/// <summary>Reads postings, their lists and what was said against them, within the actor's reach.</summary>
public sealed class PostingBook(AppDb db, Gate gate, CaseDesk desk, Clock clock, AreaTree tree, WorkflowShelf workflows)
{
    public async Task<Round?> RoundAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        return await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == id, cancellation);
    }

    /// <summary>The earliest last day a posting begun today may have.</summary>
    public DateOnly ProposedLastDay(Round round) => clock.Today.AddDays(workflows.For(round.Title, Clock.DayOf(round.OpenedAt)).PostingDays - 1);

    public Task<int> NotYetPostedAsync(Round round, CancellationToken cancellation) =>
        db.Set<Assessment>().CountAsync(a => a.RoundId == round.Id && a.Status == AssessmentStatus.Met, cancellation);

    /// <summary>Families that passed and hang nowhere yet, as the actor is about to post them: his own among them are named apart.</summary>
    public async Task<IReadOnlyList<string>> OwnNotYetPostedAsync(Round round, CancellationToken cancellation)
    {
        var households = await db.Set<Assessment>().Where(a => a.RoundId == round.Id && a.Status == AssessmentStatus.Met).Select(a => a.HouseholdId).ToListAsync(cancellation);
        var own = households.Where(desk.IsOwn).ToList();
        var registers = own.Select(RowId.RegisterOf).OfType<int>().ToList();
        return own.Count == 0
            ? []
            : await db.Set<Household>()
                .Where(h => registers.Contains(h.RegisterId) && own.Contains(h.Id))
                .Select(h => "số " + h.Number + " (" + h.HeadName + ")")
                .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<PostingRow>> PostingsAsync(Round round, CancellationToken cancellation)
    {
        var postings = await db.Set<Posting>()
            .AsNoTracking()
            .Where(p => p.RegisterId == round.RegisterId && p.RoundId == round.Id)
            .OrderByDescending(p => p.From)
            .ToListAsync(cancellation);
        return [.. postings.Select(p => new PostingRow(p, Math.Max(0, p.LastDay.DayNumber - clock.Today.DayNumber + 1)))];
    }

    public async Task<PostingRow?> FindAsync(Round round, Guid postingId, CancellationToken cancellation) =>
        (await PostingsAsync(round, cancellation)).FirstOrDefault(p => p.Posting.Id == postingId);

    /// <summary>The postings of a round that the actor may read at least in part.</summary>
    public async Task<IReadOnlyList<PostingRow>> ReadableAsync(Round round, CancellationToken cancellation)
    {
        var postings = await PostingsAsync(round, cancellation);
        if (postings.Count == 0)
        {
            return [];
        }
        var hamlets = await db.Set<Assessment>()
            .Where(a => a.RoundId == round.Id && a.PostingId != null)
            .Select(a => new { a.PostingId, a.AreaId })
            .Distinct()
            .ToListAsync(cancellation);
        return [.. postings.Where(p => hamlets.Any(h => h.PostingId == p.Posting.Id && MayRead(h.AreaId)))];
    }

    /// <summary>The families of a posting that the actor may read: an officer all, a citizen those of the hamlet, where the list hangs anyway.</summary>
    public async Task<IReadOnlyList<PostedFamily>> FamiliesAsync(Posting posting, CancellationToken cancellation)
    {
        var rows =
            from assessment in db.Set<Assessment>()
            where assessment.RoundId == posting.RoundId && assessment.PostingRegisterId == posting.RegisterId && assessment.PostingId == posting.Id
            join household in db.Set<Household>() on new { assessment.RegisterId, Id = assessment.HouseholdId } equals new { household.RegisterId, household.Id }
            select new { assessment, household };
        var found = await rows.AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. found
                .Where(r => MayRead(r.household.AreaId))
                .Select(r => Of(r.assessment, r.household))
                .OrderBy(f => f.Hamlet, StringComparer.CurrentCulture)
                .ThenBy(f => f.AreaId)
                .ThenBy(f => f.Number.Length)
                .ThenBy(f => f.Number, StringComparer.Ordinal),
        ];
    }

    private PostedFamily Of(Assessment assessment, Household household) =>
        new(assessment.Id, household.AreaId, tree[household.AreaId].FullName, household.Number, household.HeadName, assessment.Latest.Points, assessment.Status);

    /// <summary>Who may object may read the list: by an area around the hamlet, or by living in it.</summary>
    public bool MayRead(int hamlet) =>
        gate.Allows(AssessmentPermissions.Object, hamlet) || gate.ScopesOf(AssessmentPermissions.Object).Any(g => g.Scope == ScopeKind.Household && g.AreaId == hamlet);

    /// <summary>The families of a round that did not get so far, for who may write down what they say.</summary>
    public async Task<IReadOnlyList<PostedFamily>> RefusedAsync(Round round, CancellationToken cancellation)
    {
        var rows =
            from assessment in db.Set<Assessment>()
            where assessment.RoundId == round.Id && (assessment.Status == AssessmentStatus.NotProposed || assessment.Status == AssessmentStatus.NotMet)
            join household in db.Set<Household>() on new { assessment.RegisterId, Id = assessment.HouseholdId } equals new { household.RegisterId, household.Id }
            select new { assessment, household };
        return
        [
            .. (await rows.AsNoTracking().ToListAsync(cancellation))
                .Where(r => gate.Allows(AssessmentPermissions.Object, r.household.AreaId))
                .Select(r => Of(r.assessment, r.household))
                .OrderBy(f => f.Hamlet, StringComparer.CurrentCulture)
                .ThenBy(f => f.Number.Length)
                .ThenBy(f => f.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>By what the actor may say something: about a posted family whoever lives in its hamlet; about a refused one only the family and who works there.</summary>
    public Grant? GrantToObject(CaseFile file) =>
        gate.GrantFor(AssessmentPermissions.Object, CaseDesk.PlaceOf(file))
        ?? (
            file.Assessment.Status == AssessmentStatus.Posted
                ? gate.ScopesOf(AssessmentPermissions.Object).FirstOrDefault(g => g.Scope == ScopeKind.Household && g.AreaId == file.Household.AreaId)
                : null
        );

    /// <summary>
    /// The last day on which something is taken down: of a posted family that of its posting; of one refused the last day of deciding, or of a posting that
    /// hangs longer. Null where there is no result to speak against.
    /// </summary>
    public async Task<DateOnly?> LastDayToObjectAsync(CaseFile file, CancellationToken cancellation)
    {
        if (file.Assessment.Status is not (AssessmentStatus.Posted or AssessmentStatus.NotProposed or AssessmentStatus.NotMet))
        {
            return null;
        }
        var postings = await PostingsAsync(file.Round, cancellation);
        return file.Assessment.Status == AssessmentStatus.Posted
            ? postings.FirstOrDefault(p => p.Posting.Id == file.Assessment.PostingId)?.Posting.LastDay
            : postings.Select(p => p.Posting.LastDay).Append(file.Round.WindowOf(RoundStep.Decision)?.LastDay ?? DateOnly.MinValue).Max();
    }

    /// <summary>Objections of a round, unanswered first, then by when they must be answered.</summary>
    public async Task<IReadOnlyList<ObjectionRow>> ObjectionsAsync(Round round, CancellationToken cancellation)
    {
        var rows =
            from objection in db.Set<Objection>()
            join assessment in db.Set<Assessment>() on new { objection.RegisterId, Id = objection.AssessmentId } equals new { assessment.RegisterId, assessment.Id }
            where assessment.RoundId == round.Id
            join household in db.Set<Household>() on new { assessment.RegisterId, Id = assessment.HouseholdId } equals new { household.RegisterId, household.Id }
            select new
            {
                objection,
                assessment,
                household,
            };
        var postings = (await PostingsAsync(round, cancellation)).ToDictionary(p => p.Posting.Id, p => p.Posting);
        var found = await rows.AsNoTracking().ToListAsync(cancellation);
        var ids = found.Select(r => r.assessment.Id).Distinct().ToList();
        var registers = found.Select(r => r.assessment.RegisterId).Distinct().ToList();
        var steps = (await db.Set<AssessmentStep>().AsNoTracking().Where(s => registers.Contains(s.RegisterId) && ids.Contains(s.AssessmentId)).ToListAsync(cancellation)).ToLookup(
            s => s.AssessmentId
        );
        return
        [
            .. found
                .Select(r => new ObjectionRow(
                    r.objection,
                    Of(r.assessment, r.household),
                    r.objection.Against(steps[r.assessment.Id]),
                    AnswerBy(round, r.objection, r.assessment.PostingId is { } id ? postings.GetValueOrDefault(id) : null)
                ))
                .OrderBy(o => o.Objection.Outcome == ObjectionOutcome.Open ? 0 : 1)
                .ThenBy(o => o.AnswerBy)
                .ThenBy(o => o.Objection.RaisedAt),
        ];
    }

    /// <summary>What the actor said in a round, and what was answered: on the own page, since the page of postings is the officers'.</summary>
    public async Task<IReadOnlyList<ObjectionRow>> SaidByMeAsync(Round round, CancellationToken cancellation) =>
        [.. (await ObjectionsAsync(round, cancellation)).Where(o => o.Objection.RaisedBy == gate.Actor.AccountId)];

    /// <summary>
    /// The last day on which an answer is in time. No text gives one: the day deciding begins, but at least the day after the posting ends and after the
    /// objection was taken down.
    /// </summary>
    public static DateOnly AnswerBy(Round round, Objection objection, Posting? posting)
    {
        DateOnly[] days =
        [
            round.WindowOf(RoundStep.Decision)?.From ?? DateOnly.MinValue,
            posting?.LastDay.AddDays(1) ?? DateOnly.MinValue,
            Clock.DayOf(objection.RaisedAt).AddDays(1),
        ];
        return days.Max();
    }
}
