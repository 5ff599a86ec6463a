namespace DenSach.Papers.Plans.Reading;

/// <summary>What stands named in words that hold more than one clause: a lead-in, a heading, a list.</summary>
internal static class Measures
{
    private static readonly Pattern AnyTitle = Pattern.Of($"\\b{Titles.Form}\\b");
    private static readonly Pattern Part = Pattern.Of("[,:(]");
    private static readonly Pattern SameHead = Pattern.Of("^ ?cap (tinh|huyen|xa|thon)\\b");
    private static readonly Pattern OfPlaces = Pattern.Of(@"\b(thuoc|cua|o|tai|trong|cho|giua|gom|tung|moi|ca|giao|voi)( cac| nhung)? ?[^,:;%]{0,30}$");

    /// <summary>The one title that the words name, with whom it is for.</summary>
    public static WhomCounted? OneTitle(MappedText? words) =>
        words is not null && AnyTitle.Matches(words.Folded).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList() is [var named]
            ? named switch
            {
                "gia dinh" => new(PlanSubject.Household, Titles.Name(named), null, true),
                "dong ho" => new(PlanSubject.Clan, Titles.Name(named), null, true),
                "cong dong" => new(PlanSubject.Hamlet, Titles.Name(named), null, true),
                "don vi" => new(PlanSubject.Organisation, Titles.Name(named), null, true),
                "cong dan" => new(PlanSubject.Citizen, Titles.Name(named), null, true),
                _ => null,
            }
            : null;

    /// <summary>The measures of "tỷ lệ gia đình, dòng họ và cộng đồng …": one for each noun.</summary>
    public static List<(WhomCounted Whom, string Words)> Listed(MappedText words)
    {
        var cuts = Part.Matches(words.Folded).Select(m => m.Index).Append(words.Length).ToList();
        var parts = new List<(WhomCounted, string)>();
        var start = 0;
        foreach (var cut in cuts)
        {
            var part = words.Slice(Math.Min(start, cut), cut);
            var and = part.Folded.IndexOf(" va ", StringComparison.Ordinal);
            foreach (var piece in and < 0 ? [part] : new[] { part.Slice(0, and), part.Slice(and + 4) })
            {
                // "thư viện cấp thành phố, cấp xã": the noun is not said again.
                var whom = parts is [.., var (last, _)] && SameHead.IsMatch(piece.Folded) ? last : TargetWords.Whom(piece);
                if (whom.Found)
                {
                    parts.Add((whom, piece.Text.Trim()));
                }
            }

            start = cut + 1;
        }

        return parts;
    }

    /// <summary>As <see cref="Listed"/>, where a list of words for one kind ("cán bộ, công chức, viên chức, người lao động") is one measure.</summary>
    public static List<(WhomCounted Whom, string Words)> Merged(MappedText words)
    {
        var merged = new List<(WhomCounted Whom, string Words)>();
        foreach (var (whom, said) in Listed(words))
        {
            if (merged is [.., var last] && AreOneKind(last.Whom.Subject, whom.Subject))
            {
                merged[^1] = (last.Whom with { Title = last.Whom.Title ?? whom.Title }, $"{last.Words}, {said}");
            }
            else
            {
                merged.Add((whom, said));
            }
        }

        return merged;
    }

    private static bool AreOneKind(PlanSubject one, PlanSubject other) => (one == other && one != PlanSubject.Other) || (one, other) is (PlanSubject.Official, PlanSubject.Worker);

    /// <summary>The last part of the words, cut at colons and commas, that names whom it counts; else the words from their first part on.</summary>
    public static WhomCounted InParts(MappedText words)
    {
        foreach (var cut in Part.Matches(words.Folded).Select(m => m.Index).Reverse())
        {
            // "cơ quan thuộc xã, phường": the comma lists places, it parts no clauses.
            var isList = words.Folded[cut] == ',' && OfPlaces.IsMatch(words.Folded[Math.Max(0, cut - 60)..cut]);
            if (!isList && TargetWords.Whom(words.Slice(cut + 1)) is { Found: true } whom)
            {
                return whom;
            }
        }

        return TargetWords.Whom(words);
    }
}
