using DenSach.Modules.Areas;
using DenSach.Modules.Plans.Check;
using DenSach.Modules.Plans.Load;

namespace DenSach.Modules.Plans.Demo;

/// <summary>
/// The demo goes by five real plans, each taken in the way everybody takes one in: read from its received text, then confirmed. The reading of none of them needed a hand.
/// Two are carried on by the commune that took the place over; the plan of Mỹ Lộc stays with the district that is no more.
/// </summary>
public sealed class DemoPlans(LoadPlan load, ConfirmPlan confirm, PlansInReach reach)
{
    private static readonly (string File, int Area)[] Plans =
    [
        ("binh-lu-2026.txt", KnownAreas.BinhLu),
        ("hung-yen-2022.txt", KnownAreas.HungYen),
        ("van-hoa-2022.txt", KnownAreas.NongCong),
        ("an-nghiep-2024.txt", KnownAreas.TuyAnTay),
        ("my-loc-2022.txt", KnownAreas.MyLocDistrict),
    ];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var ((file, area), number) in Plans.Select((plan, i) => (plan, i)))
        {
            var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "content", "plans", file), cancellation);
            var loaded = await load.Handle(
                new LoadPlan.Command
                {
                    CommandId = IdOf(number, 0),
                    AreaId = area,
                    Text = text,
                    CameAs = PlanCameAs.Demo,
                    AsDraft = true,
                },
                cancellation
            );
            var plan = (await reach.FindAsync(loaded.Value.PlanId, withDropped: true, cancellation))!;
            if (plan.IsDraft)
            {
                _ = (
                    await confirm.Handle(
                        new ConfirmPlan.Command
                        {
                            CommandId = IdOf(number, 1),
                            PlanId = plan.Id,
                            BasedOn = plan.Version,
                        },
                        cancellation
                    )
                ).Value;
            }
        }
    }

    /// <summary>Always the same, so that a first start that was cut off loads each once.</summary>
    private static Guid IdOf(int plan, int step) => new($"d0000000-0000-8000-8000-0000{step:00}{plan:00}2026");
}
