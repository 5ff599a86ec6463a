using DenSach.Platform.Audit;
using DenSach.Platform.Data;

namespace DenSach.Modules.Areas.Content;

/// <summary>Fills an empty tree by recording, one after the other, the reforms of the content file. Those already recorded are left alone.</summary>
public sealed class LoadAreas(AppDb db, ReformAreas reforms, AreaTree tree)
{
    public async Task RunAsync(AreaContent content, bool invented, CancellationToken cancellation)
    {
        foreach (var entry in content.Reforms)
        {
            var before = await db.ReadTreeAsync(cancellation);
            if (before.Reforms.Any(r => r.On == entry.Day && r.Name == entry.Name && r.RevertedAt is null))
            {
                continue;
            }
            var command = new ApplyReform
            {
                CommandId = RowId.New(AuditTrail.SystemRegisters),
                On = entry.Day,
                Name = entry.Name,
                LegalBasis = entry.Basis,
                Steps = entry.Steps(before, invented),
            };
            var result = await reforms.ApplyAsync(command, cancellation);
            if (result.Problem is { } problem)
            {
                throw new InvalidOperationException($"content/areas, reform of {entry.On} \"{entry.Name}\": {problem.Sentence}");
            }
        }
        await tree.ReloadAsync(cancellation);
    }
}
