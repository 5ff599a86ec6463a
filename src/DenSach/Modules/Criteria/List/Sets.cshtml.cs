using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria.List;

/// <summary>All criteria sets that are published here, each with how far it may be relied on.</summary>
[SignedIn]
public sealed class SetsPage(AppDb db, MayPublish may) : AppPage
{
    public IReadOnlyList<PublishedSet> Sets { get; private set; } = [];

    public bool MayPublish => may.Holds;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Sets = [.. (await db.Set<PublishedSet>().AsNoTracking().ToListAsync(cancellation)).OrderBy(s => s.Subject).ThenBy(s => s.Status).ThenByDescending(s => s.InForceFrom)];
}
