namespace DenSach.Modules.Rounds;

/// <summary>One step as the bar shows it.</summary>
public sealed record StepOnBar(RoundStep Step, string Name, DateOnly From, DateOnly LastDay, StepTime Time);

public enum StepTime
{
    Over,
    Open,
    Ahead,
}

/// <summary>The six steps of a round on a day: what is over, what runs, what comes. Windows may overlap.</summary>
public sealed record StepBar(IReadOnlyList<StepOnBar> Steps)
{
    public static StepBar Of(Round round, DateOnly today) =>
        new([
            .. round
                .Windows.OrderBy(w => w.Step)
                .Select(w => new StepOnBar(
                    w.Step,
                    ProposedWindows.NameOf(w.Step),
                    w.From,
                    w.LastDay,
                    today > w.LastDay ? StepTime.Over
                        : today < w.From ? StepTime.Ahead
                        : StepTime.Open
                )),
        ]);
}
