using Microsoft.AspNetCore.Html;

namespace DenSach.Modules.Plans;

/// <summary>What was read beside the text it was read from: before it is confirmed and ever after, the same sheet.</summary>
public sealed record PlanSheet(Plan Plan, DateOnly Today)
{
    private string Text => Plan.Received?.Text ?? "";

    public IHtmlContent Marked =>
        MarkedText.Of(
            Text,
            [
                .. Plan.Targets.Select(t => new TextMark(IdOf(t), t.SpanStart, t.SpanEnd)),
                .. Plan.Deadlines.Select(d => new TextMark(IdOf(d), d.SpanStart, d.SpanEnd)),
                .. Plan.Doubts.Select(d => new TextMark(IdOf(d), d.SpanStart, d.SpanEnd)),
            ]
        );

    /// <summary>The number stands in the marked words, and nothing about them is in doubt.</summary>
    public bool IsSaid(PlanTarget target) => target.IsSaidIn(Text) && !Plan.Doubts.Any(d => d.Touches(target.SpanStart, target.SpanEnd));

    public bool HasWords(PlanDoubt doubt) => doubt.SpanStart < doubt.SpanEnd;

    public static string IdOf(PlanTarget target) => $"ct-{target.Place}";

    public static string IdOf(PlanDeadline deadline) => $"h-{deadline.Place}";

    public static string IdOf(PlanDoubt doubt) => $"x-{doubt.Place}";
}
