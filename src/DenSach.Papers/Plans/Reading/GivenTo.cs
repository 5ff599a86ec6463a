namespace DenSach.Papers.Plans.Reading;

/// <summary>The one place below the issuer's to which a figure of a sentence is given: "bản Pá Lau 38 hộ", "thôn Đoài: 72 %".</summary>
internal static class GivenTo
{
    private const string Name = @"(?: số)? [\p{Lu}0-9][\p{L}0-9.-]*(?: [\p{Lu}0-9][\p{L}0-9.-]*){0,4}";
    private const string Hamlets = "[Tt]hôn|[Bb]ản|[Ll]àng|[ẤấAa]p|[Bb]uôn|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố";
    private const string Communes = "[Xx]ã|[Pp]hường|[Tt]hị trấn";

    // At the beginning of its part of the sentence: "tại bản Pá Lau 38 hộ" gives nothing to the hamlet.
    private static readonly Pattern Lead = Pattern.Of(
        $@"(?:^|[,;:(+-]|\bvà)\s*((?:{Hamlets}|{Communes}){Name})\s*(?:(?::|-|có|đạt|là|được|phấn đấu|giao|ít nhất|tối thiểu|trên|khoảng)\s*)*$"
    );
    private static readonly Pattern Hamlet = Pattern.Of($"^(?:{Hamlets})");

    /// <summary>Where the place begins that leads the figure at <paramref name="figure"/>; -1 where none does.</summary>
    public static int Start(MappedText sentence, int from, int figure) =>
        Lead.Match(sentence.Text[Math.Min(from, figure)..figure]) is { Success: true } lead ? Math.Min(from, figure) + lead.Groups[1].Index : -1;

    /// <summary>The place of the <paramref name="k"/>th clause, or null. A commune is one below only where the sentence lists several.</summary>
    public static string? Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k)
    {
        var place = Place(k);
        return place is null || Hamlet.IsMatch(place) || Enumerable.Range(0, clauses.Count).Any(i => i != k && Math.Abs(i - k) == 1 && Place(i) is not null) ? place : null;

        string? Place(int i)
        {
            var lead = Lead.Match(sentence.Text[(i == 0 ? 0 : Math.Min(clauses[i - 1].Figure.End, clauses[i].Figure.Start))..clauses[i].Figure.Start]);
            return lead.Success ? lead.Groups[1].Value : null;
        }
    }
}
