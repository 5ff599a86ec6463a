using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.List;

/// <param name="Assessment">Null where the family is not in the round yet and may register.</param>
/// <param name="Posted">The lists that hang, or hung, where it lives.</param>
/// <param name="Said">What this account said about a result, with the answer.</param>
public sealed record OwnSheet(Household Household, Round Round, Assessment? Assessment, IReadOnlyList<PostingRow> Posted, IReadOnlyList<ObjectionRow> Said);

/// <summary>What a citizen's own household has to do with the rounds of its commune.</summary>
public sealed class OwnSheets(AppDb db, Gate gate, AreaTree tree, PostingBook book, Clock clock)
{
    public async Task<IReadOnlyList<OwnSheet>> AllAsync(CancellationToken cancellation)
    {
        var sheets = new List<OwnSheet>();
        foreach (var id in gate.ScopesOf(AssessmentPermissions.Own).Select(g => g.SubjectId).OfType<Guid>().Distinct())
        {
            var register = RowId.RegisterOf(id);
            if (await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(h => h.RegisterId == register && h.Id == id, cancellation) is not { } household)
            {
                continue;
            }
            var commune = tree.CommuneOf(household.AreaId, clock.Today)?.Id;
            var own = await db.Set<Assessment>().AsNoTracking().Where(a => a.RegisterId == household.RegisterId && a.HouseholdId == id).ToListAsync(cancellation);
            var rounds = own.Select(a => a.RoundId).ToList();
            var seen = await db.Set<Round>().AsNoTracking().Where(r => r.AreaId == commune || rounds.Contains(r.Id)).ToListAsync(cancellation);
            foreach (var round in seen.OrderByDescending(r => r.Year))
            {
                var assessment = own.FirstOrDefault(a => a.RoundId == round.Id);
                var posted = await book.ReadableAsync(round, cancellation);
                if (assessment is not null || posted.Count > 0 || IsGoingOn(round))
                {
                    sheets.Add(new OwnSheet(household, round, assessment, posted, await book.SaidByMeAsync(round, cancellation)));
                }
            }
        }
        return sheets;
    }

    public bool IsOpenForRegistration(Round round) =>
        !round.IsClosed && round.WindowOf(RoundStep.Registration) is { } window && window.From <= clock.Today && clock.Today <= window.LastDay;

    /// <summary>A family that came too late, or too early, is told so: the hamlet may still register it.</summary>
    private bool IsGoingOn(Round round) => !round.IsClosed && clock.Today <= round.WindowOf(RoundStep.Decision)?.LastDay;
}
