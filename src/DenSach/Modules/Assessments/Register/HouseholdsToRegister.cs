using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Register;

/// <param name="AssessmentId">Set where the household is in the round already.</param>
public sealed record HouseholdChoice(Guid Id, string Number, string HeadName, string SearchKey, Guid? AssessmentId)
{
    public bool Matches(string? text) =>
        string.IsNullOrWhiteSpace(text)
        || Number == text.Trim()
        || (Platform.Text.SearchKey.Of(text) is { Length: > 0 } key && key.Split(' ').All(word => $" {SearchKey}".Contains($" {word}", StringComparison.Ordinal)));
}

/// <summary>The households resident in a hamlet today, each with whether the round holds it already.</summary>
public sealed class HouseholdsToRegister(AppDb db, Clock clock)
{
    public async Task<IReadOnlyList<HouseholdChoice>> InAsync(Round round, int hamlet, CancellationToken cancellation)
    {
        var today = clock.Today;
        var registered = await db.Set<Assessment>().Where(a => a.RoundId == round.Id && a.AreaId == hamlet).ToDictionaryAsync(a => a.HouseholdId, a => a.Id, cancellation);
        var households = await db.Set<Household>()
            .AsNoTracking()
            .Where(h => h.AreaId == hamlet && h.ResidentFrom <= today && (h.ResidentTo == null || h.ResidentTo > today))
            .OrderBy(h => h.Number.Length)
            .ThenBy(h => h.Number)
            .ToListAsync(cancellation);
        return [.. households.Select(h => new HouseholdChoice(h.Id, h.Number, h.HeadName, h.SearchKey, registered.TryGetValue(h.Id, out var id) ? id : null))];
    }
}
