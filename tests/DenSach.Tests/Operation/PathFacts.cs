using DenSach.Modules.Assessments;
using DenSach.Modules.Decisions;
using DenSach.Platform.Data;
using DenSach.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Operation;

/// <summary>What is stored of some rounds of assessment, read after a start, to be held against itself.</summary>
internal sealed record PathFacts(
    IReadOnlyList<Assessment> Cases,
    ILookup<Guid, AssessmentStep> Steps,
    IReadOnlyList<ReviewMeeting> Meetings,
    IReadOnlyList<ReviewLine> MeetingLines,
    IReadOnlyList<Posting> Postings,
    IReadOnlyList<Decision> Decisions,
    ILookup<Guid, DecisionLine> DecisionLines,
    ILookup<Guid, DecisionStep> DecisionSteps,
    ILookup<Guid, Recognition> Recognitions
)
{
    private static readonly string[] Path = ["register", "submit_self", "propose", "pass", "post", "sign", "recognise"];
    private static readonly string[] Decide = ["decision.draft", "decision.submit", "decision.sign", "decision.issue"];

    public static async Task<PathFacts> ReadAsync(AppDb db, IReadOnlyCollection<Guid> rounds)
    {
        var cases = await db.Set<Assessment>().AsNoTracking().Where(a => rounds.Contains(a.RoundId)).ToListAsync();
        var ids = cases.Select(c => c.Id).ToList();
        var decisions = await db.Set<Decision>().AsNoTracking().Where(d => rounds.Contains(d.RoundId)).ToListAsync();
        var decided = decisions.Select(d => d.Id).ToList();
        return new PathFacts(
            cases,
            (await db.Set<AssessmentStep>().AsNoTracking().Where(s => ids.Contains(s.AssessmentId)).ToListAsync()).ToLookup(s => s.AssessmentId),
            await db.Set<ReviewMeeting>().AsNoTracking().Where(m => rounds.Contains(m.RoundId)).ToListAsync(),
            await db.Set<ReviewLine>().AsNoTracking().Where(l => ids.Contains(l.AssessmentId)).ToListAsync(),
            await db.Set<Posting>().AsNoTracking().Where(p => rounds.Contains(p.RoundId)).ToListAsync(),
            decisions,
            (await db.Set<DecisionLine>().AsNoTracking().Where(l => decided.Contains(l.DecisionId)).ToListAsync()).ToLookup(l => l.DecisionId),
            (await db.Set<DecisionStep>().AsNoTracking().Where(s => decided.Contains(s.DecisionId)).ToListAsync()).ToLookup(s => s.DecisionId),
            (await db.Set<Recognition>().AsNoTracking().Where(r => decided.Contains(r.DecisionId)).ToListAsync()).ToLookup(r => r.DecisionId)
        );
    }

    public IReadOnlyList<Assessment> CasesOf(Guid round) => [.. Cases.Where(c => c.RoundId == round)];

    public bool Did(Guid assessment, string action) => Steps[assessment].Any(s => s.Action == action);

    public bool Decided(Guid decision, string action) => DecisionSteps[decision].Any(s => s.Action == action);

    /// <summary>Every case, meeting, posting and decision has all that belongs to how far it came, once, and nothing of what comes after.</summary>
    public void ShouldBeWhole()
    {
        foreach (var one in Cases)
        {
            Whole(one);
        }
        foreach (var meeting in Meetings)
        {
            var said = MeetingLines.Where(l => l.MeetingId == meeting.Id).Select(l => l.AssessmentId).ToList();
            said.ShouldBe(CasesOf(meeting.RoundId).Where(c => c.AreaId == meeting.AreaId).Select(c => c.Id), ignoreOrder: true, "a meeting is half recorded");
            said.ShouldAllBe(id => Did(id, "propose"));
        }
        Meetings.Select(m => (m.RoundId, m.AreaId)).ShouldBeUnique();
        Postings.Select(p => p.RoundId).ShouldBeUnique();
        foreach (var posting in Postings)
        {
            var posted = Cases.Where(c => c.PostingId == posting.Id).ToList();
            posted.Count.ShouldBe(posting.Families, "a list is half posted");
            posted.ShouldAllBe(c => Did(c.Id, "post"));
        }
        Decisions.Select(d => d.RoundId).ShouldBeUnique();
        foreach (var decision in Decisions)
        {
            Whole(decision);
        }
    }

    private void Whole(Assessment one)
    {
        var steps = Steps[one.Id].OrderBy(s => Array.IndexOf(Path, s.Action)).ToList();
        steps.Select(s => s.Action).ShouldBe(Path.Take(steps.Count), $"the steps of {one.Id}");
        steps.Select(s => s.Before).ShouldBe([AssessmentStatus.None, .. steps.SkipLast(1).Select(s => s.After)]);
        one.Status.ShouldBe(steps[^1].After, $"{one.Id} stands where its last step did not lead");
        one.Self.Answers.ByName.Count.ShouldBe(steps.Count > 1 ? RoundDrive.GoodAnswers.Count : 0);
        one.Self.Facts.ByName.Count.ShouldBe(steps.Count > 1 ? RoundDrive.Facts.Count : 0);
        (one.Self.IsEmpty, one.SelfEnteredBy is null).ShouldBe((steps.Count < 2, steps.Count < 2));
        one.Hamlet.ShouldBe(steps.Count < 3 ? Column.Empty : one.Self);
        one.Appraisal.ShouldBe(steps.Count < 4 ? Column.Empty : one.Hamlet);
        (one.PostingId is null).ShouldBe(steps.Count < 5);
    }

    private void Whole(Decision decision)
    {
        var steps = DecisionSteps[decision.Id].OrderBy(s => Array.IndexOf(Decide, s.Action)).ToList();
        steps.Select(s => s.Action).ShouldBe(Decide.Take(steps.Count), $"the steps of decision {decision.Id}");
        decision.Status.ShouldBe((DecisionStatus)(steps.Count - 1));
        (decision.SignedBy is null, decision.Number is null).ShouldBe((steps.Count < 3, steps.Count < 4));
        var listed = DecisionLines[decision.Id].Select(l => l.AssessmentId).ToList();
        listed.ShouldBe(CasesOf(decision.RoundId).Select(c => c.Id), ignoreOrder: true, "a decision is half drafted");
        listed.ShouldAllBe(id => Did(id, "sign") == (steps.Count >= 3), "a decision is half signed");
        listed.ShouldAllBe(id => Did(id, "recognise") == (steps.Count == 4), "a decision is half in force");
        Recognitions[decision.Id].Select(r => r.AssessmentId).ShouldBe(steps.Count == 4 ? listed : [], ignoreOrder: true, "a decision is half in force");
    }
}
