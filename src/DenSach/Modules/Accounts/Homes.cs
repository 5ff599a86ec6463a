using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Accounts;

/// <summary>
/// Where the holder of an account lives. It is asked so that in an office nobody acts on the own family, and so that an account is found when its
/// holder asks to be forgotten.
/// </summary>
public sealed class Homes(IEnumerable<IKnowSubjects> subjects, Authority authority, AreaTree areas, ReadLog log, Clock clock)
{
    private const int Most = 8;

    private static readonly Problem NotThere = Problem.Invalid("home", "Không tìm thấy hộ hoặc người đã chọn. Hãy tìm lại rồi chọn.", "Holder.Search");

    /// <summary>Whether homes are looked for from there: somebody in an office above the commune acts on no family.</summary>
    public bool AreAskedAt(int areaId) => areas.CommuneOf(areaId, clock.Today) is not null;

    public async Task<FamilyHome?> FindAsync(Guid householdId, CancellationToken cancellation)
    {
        foreach (var known in subjects)
        {
            if (await known.FindHomeAsync(householdId, cancellation) is { } home)
            {
                return home;
            }
        }
        return null;
    }

    /// <summary>Fills the form with the members of the household whose slip it is.</summary>
    public async Task AskMemberAsync(HolderFields fields, Guid householdId, CancellationToken cancellation)
    {
        fields.IsOfHousehold = true;
        fields.Found = await FindAsync(householdId, cancellation) is { } home ? [home] : [];
    }

    /// <summary>Searches the commune of the area if the form says so.</summary>
    /// <returns>Why the form is not whole yet: nothing was found, or a choice is still to be made. Null if it can go on.</returns>
    public async Task<Problem?> AskHomeAsync(HolderFields fields, int areaId, CancellationToken cancellation)
    {
        var words = fields.Search?.Trim() ?? "";
        if (words.Length == 0 || areas.CommuneOf(areaId, clock.Today) is not { } commune || !authority.Sees(areaId))
        {
            fields.Chosen = null;
            return null;
        }
        var isNew = words != fields.Searched;
        if (!isNew && (fields.Chosen == HolderFields.None || HolderFields.Read(fields.Chosen) is not null))
        {
            return null;
        }
        fields.Found = await SearchAsync(commune.Id, areaId, words, cancellation);
        fields.Searched = words;
        fields.Chosen = null;
        return fields.Found.Count == 0
            ? Problem.Invalid("home_none", $"Không thấy hộ nào ở {commune.FullName} có số hoặc tên “{words}”. Hãy gõ lại, hoặc để trống nếu chưa biết.", "Holder.Search")
            : Problem.Invalid("home_choice", "Hãy chọn đúng người trong các hộ tìm thấy, rồi bấm lại nút ở cuối.", "Holder.Chosen");
    }

    /// <summary>Shows again what was found, when the form comes back for another reason.</summary>
    public async Task ShowAgainAsync(HolderFields fields, int areaId, CancellationToken cancellation)
    {
        if (fields.Found.Count == 0 && fields.Searched is { Length: > 0 } words && areas.CommuneOf(areaId, clock.Today) is { } commune && authority.Sees(areaId))
        {
            fields.Found = await SearchAsync(commune.Id, areaId, words, cancellation);
        }
    }

    /// <summary>The holder as asked for, if the household lies where the actor looks after accounts and the person is one of its grown-ups.</summary>
    public async Task<Result<Holder?>> CheckAsync(Holder? wish, Guid? householdOfSlip, CancellationToken cancellation)
    {
        if (wish is null)
        {
            return householdOfSlip is { } slip ? new Holder(slip, null) : (Result<Holder?>)(Holder?)null;
        }
        var home = await FindAsync(wish.HouseholdId, cancellation);
        var fits =
            home is not null
            && authority.Sees(home.AreaId)
            && (householdOfSlip ?? wish.HouseholdId) == wish.HouseholdId
            && (wish.PersonId is null || home.Adults.Any(adult => adult.PersonId == wish.PersonId));
        return fits ? wish : NotThere;
    }

    private async Task<IReadOnlyList<FamilyHome>> SearchAsync(int communeId, int nearestAreaId, string words, CancellationToken cancellation)
    {
        var found = new List<FamilyHome>();
        foreach (var known in subjects)
        {
            found.AddRange(await known.SearchHomesAsync(communeId, nearestAreaId, words, Most, cancellation));
        }
        await log.Looked("accounts.homes", $"{found.Count}", null, cancellation);
        return found;
    }
}
