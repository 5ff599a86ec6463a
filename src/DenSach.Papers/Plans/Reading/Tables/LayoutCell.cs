namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>A stretch of a printed line, in columns of letters.</summary>
internal readonly record struct LayoutCell(int Start, int End, MappedText Text)
{
    private const int Gap = 2;
    private static readonly Pattern BareYear = Pattern.Of(@"^(19|20)\d{2}$");

    public double Middle => (Start + End) / 2.0;

    /// <summary>A figure, or the dash that stands for one.</summary>
    public bool IsValue => Text.Folded == "-" || CellFigure.Of(Text) is not null;

    public bool IsYear => BareYear.IsMatch(Text.Folded);

    public bool HasLetters => Text.Text.Any(char.IsLetter);

    public bool Overlaps((int Start, int End) range) => Start < range.End && range.Start < End;

    /// <summary>The stretches of a line between runs of blanks.</summary>
    public static List<LayoutCell> In(MappedText line)
    {
        var cells = new List<LayoutCell>();
        for (var i = 0; i < line.Length; )
        {
            if (char.IsWhiteSpace(line.Text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            for (var j = i; j < line.Length && j - end < Gap; j++)
            {
                end = char.IsWhiteSpace(line.Text[j]) ? end : j + 1;
            }

            cells.Add(new(i, end, MappedText.Join([line.Slice(i, end)])));
            i = end;
        }

        return cells;
    }
}
