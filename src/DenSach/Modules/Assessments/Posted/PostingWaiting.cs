using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Assessments.Posted;

/// <summary>Families to hang out, and what was said against those that hang.</summary>
public sealed class PostingWaiting(AppDb db, Gate gate, PostingBook book, AreaTree tree, Clock clock, IStringLocalizer<AssessmentsModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var rows = new List<Waiting>();
        foreach (var area in gate.ScopesOf(AssessmentPermissions.Post).Select(g => g.AreaId).Distinct())
        {
            var rounds = await db.Set<Round>()
                .AsNoTracking()
                .Within(db, area, clock.Today)
                .Where(r =>
                    r.ClosedAt == null
                    && db.Set<Assessment>()
                        .Any(a =>
                            a.RoundId == r.Id
                            && (
                                a.Status == AssessmentStatus.Met
                                || a.Status == AssessmentStatus.Posted
                                || db.Set<Objection>().Any(o => o.RegisterId == a.RegisterId && o.AssessmentId == a.Id && o.Outcome == ObjectionOutcome.Open)
                            )
                        )
                )
                .ToListAsync(cancellation);
            foreach (var round in rounds)
            {
                rows.Add(ToPost(round, await book.NotYetPostedAsync(round, cancellation)));
                if (gate.Allows(AssessmentPermissions.AnswerObjection, round.AreaId))
                {
                    rows.Add(ToAnswer(round, [.. (await book.ObjectionsAsync(round, cancellation)).Where(o => o.Objection.Outcome == ObjectionOutcome.Open)]));
                }
            }
        }
        return [.. rows.DistinctBy(r => (r.Url, r.Title))];
    }

    private Waiting ToPost(Round round, int families)
    {
        var due = round.WindowOf(RoundStep.Posting)?.From;
        return new Waiting(
            families,
            text["Hộ thẩm định đạt, chờ niêm yết"],
            $"{round.Title} {round.Year} · {tree[round.AreaId].FullName}",
            due is { } day ? text["Niêm yết từ {0:d/M}", day] : text["Niêm yết"],
            $"/dot/{round.Id}/niem-yet",
            due,
            due < clock.Today ? Urgency.Late : Urgency.Calm
        );
    }

    private Waiting ToAnswer(Round round, IReadOnlyList<ObjectionRow> open)
    {
        DateOnly? due = open.Count > 0 ? open[0].AnswerBy : null;
        return new Waiting(
            open.Count,
            text["Ý kiến của nhân dân trong thời gian niêm yết"],
            string.Join(", ", open.Select(o => o.Family.Hamlet).Distinct().Take(5)),
            due is { } day ? text["Trả lời chậm nhất {0:d/M}", day] : "",
            $"/dot/{round.Id}/niem-yet",
            due,
            due < clock.Today ? Urgency.Late : Urgency.Soon
        );
    }
}
