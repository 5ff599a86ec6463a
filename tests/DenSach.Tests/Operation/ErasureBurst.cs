using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Operation;

/// <summary>Persons asking to be forgotten: each changes the person, sometimes the household, and the sums of adults. They live where no family is being assessed.</summary>
public sealed class ErasureBurst : IBurst
{
    private const string Card = "quan-tri";

    public IReadOnlyList<string> Cards => [Card];

    public async Task<IReadOnlyList<Shot>> LoadAsync(AppDb db, int count)
    {
        var hamlets = KnownAreas.BinhLuHamlets.Except(PathBurst.Hamlets).ToList();
        // Whoever asks to be forgotten is signed out: not those who are at work here.
        var persons = await db.Set<Person>()
            .AsNoTracking()
            .Where(p => p.ErasedOn == null && hamlets.Contains(p.AreaId) && !db.Set<Account>().Any(a => a.PersonId == p.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(count)
            .ToListAsync();
        return [.. persons.Select(Shot)];
    }

    private static Shot Shot(Guid person)
    {
        var command = Guid.CreateVersion7();
        return new Shot(command, Card, $"/api/persons/{person}/erase", new { commandId = command, reason = "Đơn xin xóa dữ liệu" }, person);
    }

    public async Task<IReadOnlySet<Guid>> DoneAsync(AppDb db, IReadOnlyList<Shot> shots)
    {
        var subjects = shots.Select(s => s.Subject).ToList();
        var persons = await db.Set<Person>().AsNoTracking().Where(p => subjects.Contains(p.Id)).ToListAsync();
        persons.Where(p => p.IsErased).ShouldAllBe(p => p.SearchKey == "" && p.BirthDate == null, "a person is half erased");
        var erased = persons.Where(p => p.IsErased).Select(p => p.Id).ToHashSet();
        return shots.Where(s => erased.Contains(s.Subject)).Select(s => s.CommandId).ToHashSet();
    }
}
