using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Blanks that typing or a scan has put inside a number: "66 ,5 %", "67, 5%", "1 .250 hộ", "năm 20 28". They are taken out where nothing else can be meant; what may be
/// two numbers stays, and <see cref="MayBeBroken"/> tells of it.
/// </summary>
internal static class BrokenFigures
{
    // Words that a figure follows, and no level, age or number of an item.
    private const string Reach =
        @"(?:^[ +-]*|[;:(≥≤><=] ?|(?:[a-z""]|\b(?:19|20)\d{2}) ?, ?|\b(?:dat|va|moi nam|hang nam|la|co|tren|duoi|con|len|xuong|hon|gan|khoang|it nhat|toi thieu|toi da|phan dau|duy tri|bao dam|dam bao|ty le|ti le|muc|chiem|cho|giup|mo|huy dong|ket nap|to chuc) )$";
    private const string SplitYear = @"(2 0\d{2}|20 \d{2}|20\d \d)(.{0,3})";

    private static readonly Pattern Share = Pattern.Of(@"(\d{1,3})( ?)([.,])( ?)(\d{1,2}) ?(?:%|phan tram\b)");
    private static readonly Pattern Thousands = Pattern.Of($@"(\d{{1,3}})((?: ?\.? ?\d{{3}})+) (?:{TargetFigure.Things})\b");
    private static readonly Pattern LedYear = Pattern.Of($@"\b(nam|giai doan|moc|den|toi|vao|truoc) {SplitYear}");
    private static readonly Pattern LastYear = Pattern.Of($@"\b((?:19|20)\d{{2}} ?[-–] ?|\d{{1,2}} ?/ ?\d{{1,2}} ?/ ?|\(){SplitYear}");

    // A cell that holds nothing else: "| 66 ,5 |", "| 1 480 |".
    private static readonly Pattern Cell = Pattern.Of(@"\| *([1-9]\d{0,2}(?: ?\.? ?\d{3})+|(?:\d{1,2} [.,] ?|\d{2}[.,] )\d{1,2}) *", "|");
    private static readonly Pattern Reached = Pattern.Of(Reach);
    private static readonly Pattern InAList = Pattern.Of(@"(?:^|[^\d])\d{1,3} ?%? ?(?:,|va) ?$|\b(?:lan luot|tuong ung|cac muc)\b");
    private static readonly Pattern EachYear = Pattern.Of(@"\b(?:moi|hang|tung|hai|ba|bon|\d) $");
    private static readonly Pattern EndsThere = Pattern.Of("^ ?(?:[:;,.)]|$)");
    private static readonly Pattern GoesOn = Pattern.Of(@"^(?: ?%|[\d/]|[.,]\d)");
    private static readonly Pattern Left = Pattern.Of(@"\d{1,3} ?[.,] ?$");

    /// <summary>The line without such blanks.</summary>
    public static MappedText Mended(MappedText line)
    {
        if (!HasBlankInFigure(line.Text))
        {
            return line;
        }

        var folded = line.Folded;
        var blanks = Share
            .Matches(folded)
            .Where(m => IsWhole(folded, m.Index) && IsOneShare(folded, m))
            .Select(m => (m.Index, m.Groups[5].Index))
            .Concat(Thousands.Matches(folded).Where(m => IsWhole(folded, m.Index) && IsOneCount(folded, m)).Select(m => (m.Index, m.Groups[2].Index + m.Groups[2].Length)))
            .Concat(LedYear.Matches(folded).Where(m => IsYear(folded, m)).Select(OfYear))
            .Concat(LastYear.Matches(folded).Where(m => !GoesOn.IsMatch(m.Groups[3].Value)).Select(OfYear))
            .Concat(Cell.Matches(folded).Where(m => folded.AsSpan(m.Index + m.Length).StartsWith("|")).Select(m => (m.Groups[1].Index, m.Groups[1].Index + m.Groups[1].Length)))
            .SelectMany(p => Enumerable.Range(p.Item1, p.Item2 - p.Item1))
            .Where(i => folded[i] == ' ')
            .ToHashSet();
        return blanks.Count == 0 ? line : line.Without(blanks.Contains).AsHeading(line.Heading);
    }

    /// <summary>Whether the words before a share end in a number that may be its first half: "đạt 67, 50 %".</summary>
    public static bool MayBeBroken(string lead) => Left.Match(lead) is { Success: true } half && IsWhole(lead, half.Index) && Reached.IsMatch(lead[..half.Index]);

    private static bool HasBlankInFigure(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != ' ' || !(char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '.' or ','))
            {
                continue;
            }

            if (char.IsAsciiDigit(text[i - 1]) || (text[i - 1] is '.' or ',' && i > 1 && (char.IsAsciiDigit(text[i - 2]) || text[i - 2] == ' ')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no digit stands before, nor a sign that makes the digits the tail of a longer number.</summary>
    private static bool IsWhole(string folded, int start) =>
        start == 0 || !(char.IsAsciiDigit(folded[start - 1]) || (start > 1 && folded[start - 1] is '.' or ',' or '/' or '-' && char.IsAsciiDigit(folded[start - 2])));

    private static bool IsOneShare(string folded, Match share)
    {
        var (whole, decimals, behind) = (share.Groups[1].Value, share.Groups[5].Value, share.Groups[4].Length > 0);
        var lead = Folding.Before(folded, share.Index);
        return share.Groups[2].Length + share.Groups[4].Length > 0
            && whole.Length < 3
            && (whole == "0" || (decimals.Length == 1 && !behind) || (!InAList.IsMatch(lead) && (!behind || (decimals.Length == 1 && Reached.IsMatch(lead)))));
    }

    private static bool IsOneCount(string folded, Match count)
    {
        var groups = count.Groups[2].Value;
        return groups.Contains(' ', StringComparison.Ordinal)
            && count.Groups[1].Value[0] != '0'
            && (
                groups.StartsWith(" .", StringComparison.Ordinal)
                || (Reached.Match(Folding.Before(folded, count.Index)) is { Success: true } reach && reach.Value.Trim(' ', '+', '-').Length > 0)
            );
    }

    private static bool IsYear(string folded, Match year) =>
        !GoesOn.IsMatch(year.Groups[3].Value)
        && (year.Groups[1].Value is "nam" or "giai doan" or "moc" ? !EachYear.IsMatch(Folding.Before(folded, year.Index)) : EndsThere.IsMatch(year.Groups[3].Value));

    private static (int Start, int End) OfYear(Match year) => (year.Groups[2].Index, year.Groups[2].Index + year.Groups[2].Length);
}
