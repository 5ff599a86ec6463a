using DenSach.Modules.Areas;

namespace DenSach.Modules.Plans.Load;

/// <summary>The demo commune goes by its real plan of March 2026, taken in the way everybody takes one in.</summary>
public sealed class DemoPlan(LoadPlan load)
{
    /// <summary>Always the same, so that a first start that was cut off loads it once.</summary>
    private static readonly Guid CommandId = new("d0000000-0000-8000-8000-000000002026");

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "content", "plans", "binh-lu-2026.txt"), cancellation);
        var loaded = await load.Handle(
            new LoadPlan.Command
            {
                CommandId = CommandId,
                AreaId = KnownAreas.BinhLu,
                Text = text,
            },
            cancellation
        );
        _ = loaded.Value;
    }
}
