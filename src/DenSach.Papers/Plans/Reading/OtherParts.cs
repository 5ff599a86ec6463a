using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Phases and forms of commendation.</summary>
internal static class OtherParts
{
    private static readonly Pattern Award = Pattern.Of(@"^(bang khen|giay khen|huan chuong|co thi dua|danh hieu thi dua)\b");

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
