using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Targets without a number, phases, forms of commendation.</summary>
internal static class OtherParts
{
    private static readonly Pattern GoalHeading = Pattern.Of(@"\b(muc tieu cu the|muc tieu den|chi tieu)\b");
    private static readonly Pattern Recognised = Pattern.Of(@"^[+ -]*(duoc cong nhan|dat danh hieu)\b");
    private static readonly Pattern Award = Pattern.Of(@"^(bang khen|giay khen|huan chuong|co thi dua|danh hieu thi dua)\b");
    private static readonly Pattern LeadingClause = Pattern.Of(@"\b(tham gia|duoc cong nhan|dat danh hieu|hoan thanh)\b");

    public static IEnumerable<QualitativeTarget> Qualitative(Block body, PlanYears plan)
    {
        foreach (var block in body.Descendants.Where(b => !b.IsHeading && b.Content.Length > 0 && !b.Content.Text.EndsWith(':')))
        {
            var content = block.Content;
            var opening = Sentences.Of(content).First();
            var figures = TargetFigure.Percentages(content);
            var inGoals = block.Ancestors.Any(a => a.Content.Length <= 160 && GoalHeading.IsMatch(a.Content.Folded));
            if (figures.Count == 0 && (inGoals && block.Depth != Marker.None || Recognised.IsMatch(content.Folded)))
            {
                yield return new(YearContext.Of(block, default).Year, content.Text, content.Span());
            }
            else if (
                inGoals
                && TargetFigure.Percentages(opening) is { Count: > 0 } inOpening
                && TargetClause.Of(opening, inOpening)[0] is { Trailing: false, Start: > 20 } first
                && LeadingClause.IsMatch(content.Folded[..first.Start])
            )
            {
                yield return new(YearContext.Of(block, plan).Year, content.Text[..first.Start].Trim(' ', ',', ';'), content.Span(0, first.Start));
            }
        }
    }

    /// <summary>Ranges that cut the period into pieces without a gap; where there are none, a plan for a part of the programme it names is one phase of it.</summary>
    public static IReadOnlyList<YearRange> Phases(YearRange? period, Block body, string? title)
    {
        if (period is not { } whole)
        {
            return [];
        }

        var inside = body
            .Descendants.SelectMany(b => Years.Ranges(b.Content))
            .Where(r => !r.Quoted && whole.ProperlyContains(r.Range))
            .Select(r => r.Range)
            .Distinct()
            .OrderBy(r => r.From)
            .ToList();
        var covers = inside.Count > 1 && inside[0].From == whole.From && inside[^1].To == whole.To && inside.Zip(inside.Skip(1)).All(p => p.Second.From == p.First.To + 1);
        if (covers)
        {
            return inside;
        }

        var programme = title is null ? [] : SourceLines.Of(title).SelectMany(Years.Ranges).Where(r => r.Quoted && r.Range.ProperlyContains(whole)).ToList();
        return programme.Count > 0 ? [whole] : [];
    }

    public static IReadOnlyList<string> Awards(Block body) =>
        [
            .. body
                .Descendants.Where(b => Award.IsMatch(b.Content.Folded) && b.Content.Length < 160)
                .Select(b => b.Content.Text.TrimEnd(';', '.', ' '))
                .Distinct(StringComparer.Ordinal),
        ];
}
