using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>A place as a paper names it: "xã" + "Bình Lư".</summary>
internal sealed record NamedPlace(string Kind, string Name, SourceSpan Span)
{
    public PlanLevel Level => Places.LevelOf(Kind, Name);

    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>Finds "tỉnh …", "huyện …", "xã …" with a name behind it.</summary>
internal static class Places
{
    private static readonly Pattern KindForm = Pattern.Of(@"\b(thanh pho|thi xa|thi tran|dac khu|tinh|huyen|quan|phuong|xa) ");

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["tinh"] = "tỉnh",
        ["thanh pho"] = "thành phố",
        ["huyen"] = "huyện",
        ["quan"] = "quận",
        ["thi xa"] = "thị xã",
        ["xa"] = "xã",
        ["phuong"] = "phường",
        ["thi tran"] = "thị trấn",
        ["dac khu"] = "đặc khu",
    };

    // Luật Tổ chức chính quyền địa phương: the cities that stand directly under the centre.
    private static readonly HashSet<string> CentralCities = new(StringComparer.Ordinal) { "ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue" };

    // A city within a province has wards and communes under it; one with "quận" under it stands under the centre.
    private static readonly Pattern UrbanDistricts = Pattern.Of(@"\bquan, (huyen|thi xa)\b|\bcac quan\b|\bubnd quan\b|\b\d+ quan\b");

    public static bool SpeaksOfUrbanDistricts(MappedText text) =>
        UrbanDistricts.Matches(text.Folded).Any(m => text.Text.AsSpan(m.Index, m.Length).Contains("quận", StringComparison.OrdinalIgnoreCase));

    public static PlanLevel LevelOf(string kind, string name) =>
        kind switch
        {
            "tỉnh" => PlanLevel.Province,
            "thành phố" => CentralCities.Contains(Folding.Fold(name)) ? PlanLevel.Province : PlanLevel.District,
            "huyện" or "quận" or "thị xã" => PlanLevel.District,
            _ => PlanLevel.Commune,
        };

    public static IEnumerable<NamedPlace> In(MappedText text)
    {
        foreach (Match match in KindForm.Matches(text.Folded))
        {
            var kind = Kinds[match.Groups[1].Value];
            if (!string.Equals(text.Text.Substring(match.Index, kind.Length), kind, StringComparison.OrdinalIgnoreCase))
            {
                continue; // "quán ", "tính ": other words once the marks are looked at
            }

            var end = NameEnd(text.Text, match.Index + match.Length);
            if (end > match.Index + match.Length)
            {
                yield return new(kind, text.Text[(match.Index + match.Length)..end].TrimEnd(), text.Span(match.Index, end));
            }
        }
    }

    /// <summary>End of the run of one to five capitalised words that starts at <paramref name="at"/>; <paramref name="at"/> where there is none.</summary>
    public static int NameEnd(string text, int at)
    {
        var end = at;
        for (var words = 0; words < 5; words++)
        {
            var start = end == at ? at : end + 1;
            var stop = start;
            while (stop < text.Length && char.IsLetter(text[stop]))
            {
                stop++;
            }

            var joined = end == at || (end < text.Length && text[end] == ' ');
            if (!joined || stop == start || !char.IsUpper(text[start]) || text.AsSpan(start, stop - start) is "UBND")
            {
                break;
            }

            end = stop;
        }

        return end;
    }
}
