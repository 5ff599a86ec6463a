namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>What a cell says where it says nothing but a number: "70", "69,76%", "≥ 80 %", "60 - 65", "7/9 (77,7%)".</summary>
internal sealed record CellFigure(decimal Value, decimal? ValueTo, bool Percent, TargetComparator? Comparator)
{
    private const int LongestCell = 40;
    private static readonly Pattern Form = Pattern.Of(
        @"^(tren|duoi|tu|dat|khoang|it nhat|toi thieu|>=|<=|>|<|≥|≤|~)? ?(\d{1,3}(?:\.\d{3})+|\d{1,6}(?:[.,]\d{1,2})?) ?(%)?(?: ?- ?(\d{1,3}(?:[.,]\d{1,2})?) ?(%)?)?( tro len)?$"
    );
    private static readonly Pattern Fraction = Pattern.Of(@"^(\d{1,6}) ?/ ?\d{1,6}(?: ?\(? ?(\d{1,3}(?:[.,]\d{1,2})?) ?%\)?)?$");
    private static readonly Pattern YearAlone = Pattern.Of(@"^(nam )?(19|20)\d{2}$");

    public static CellFigure? Of(MappedText cell)
    {
        if (cell.Length is 0 or > LongestCell || YearAlone.IsMatch(cell.Folded))
        {
            return null;
        }

        if (Fraction.Match(cell.Folded) is { Success: true } part)
        {
            return part.Groups[2].Success ? new(Figures.Number(part.Groups[2].Value), null, true, null) : new(Figures.Number(part.Groups[1].Value), null, false, null);
        }

        if (Form.Match(cell.Folded) is not { Success: true } match)
        {
            return null;
        }

        var comparator = match.Groups[6].Success
            ? TargetComparator.AtLeast
            : match.Groups[1].Value switch
            {
                "tren" or ">" => TargetComparator.MoreThan,
                "duoi" or "<" => TargetComparator.LessThan,
                "it nhat" or "toi thieu" or ">=" or "≥" => TargetComparator.AtLeast,
                "<=" or "≤" => TargetComparator.AtMost,
                "khoang" or "~" => TargetComparator.About,
                _ => (TargetComparator?)null,
            };
        var to = match.Groups[4].Success ? Figures.Number(match.Groups[4].Value) : (decimal?)null;
        return new(Figures.Number(match.Groups[2].Value), to, match.Groups[3].Success || match.Groups[5].Success, comparator);
    }
}
