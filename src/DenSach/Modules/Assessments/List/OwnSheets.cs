using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.List;

/// <param name="Assessment">Null where the family is not in the round yet and may register.</param>
public sealed record OwnSheet(Household Household, Round Round, Assessment? Assessment);

/// <summary>What a citizen's own household has to do with the rounds of its commune.</summary>
public sealed class OwnSheets(AppDb db, Gate gate, AreaTree tree, Clock clock)
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
            sheets.AddRange(
                seen.OrderByDescending(r => r.Year)
                    .Select(r => new OwnSheet(household, r, own.FirstOrDefault(a => a.RoundId == r.Id)))
                    .Where(s => s.Assessment is not null || IsOpenForRegistration(s.Round))
            );
        }
        return sheets;
    }

    private bool IsOpenForRegistration(Round round) => round.WindowOf(RoundStep.Registration) is { } window && window.From <= clock.Today && clock.Today <= window.LastDay;
}
