using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Operation;

/// <summary>Persons asking to be forgotten: each changes the person, sometimes the household, and the sums of adults.</summary>
public sealed class ErasureBurst : IBurst
{
    public string Card => "quan-tri";

    public async Task<IReadOnlyList<Shot>> LoadAsync(AppDb db, int count)
    {
        var persons = await db.Set<Person>().AsNoTracking().Where(p => p.ErasedOn == null).OrderBy(p => p.Id).Select(p => p.Id).Take(count).ToListAsync();
        return [.. persons.Select(Shot)];
    }

    private static Shot Shot(Guid person)
    {
        var command = Guid.CreateVersion7();
        return new Shot(command, $"/api/persons/{person}/erase", new { commandId = command, reason = "Đơn xin xóa dữ liệu" }, person);
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
