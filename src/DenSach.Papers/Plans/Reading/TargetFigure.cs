using System.Globalization;
using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>A number with its unit as it stands in a sentence, with the words that belong to the number itself.</summary>
/// <param name="Value">The number, or the lower of a range.</param>
/// <param name="ValueTo">The upper of a range.</param>
/// <param name="Unit">"%", "%/year" or "count".</param>
/// <param name="Comparator">From "ít nhất", "trở lên", "khoảng", …</param>
/// <param name="Start">First character of the number.</param>
/// <param name="End">One past its unit and "trở lên".</param>
/// <param name="OfAll">"14/14": how many of how many, without the noun behind it.</param>
internal sealed record TargetFigure(decimal Value, decimal? ValueTo, string Unit, TargetComparator? Comparator, int Start, int End, bool OfAll = false)
{
    private const string Digits = @"\d{1,3}(?:[.,]\d{1,2})?";

    /// <summary>What plans count: the nouns that may follow a bare number.</summary>
    public const string Things =
        "lop|mo hinh|nguoi|luot( nguoi)?|hoi vien|buoi|hoi nghi|gia dinh|ho( gia dinh| dan)?|dong ho|cong dong|thon|ban|ap|buon|lang|khu pho|khom|to dan pho|khu dan cu"
        + "|don vi|co quan|doanh nghiep|truong|co so|xa|phuong|thi tran|huyen|thanh pho|thi xa|can bo|chi hoi|cong dan|trung tam|cau lac bo|tu sach|thu vien|diem|to|hoc vien|hoc sinh|tin|chuyen de|san pham|cuoc|dot|dien dan|phong|dien hinh|guong|sang kien|suat|hoc bong|cuon sach|dau sach|khoa|chi hoi|ban khuyen hoc|nha van hoa|may tinh|tre|tre em|giao vien|lao dong|nong dan|hop tac xa|video|bai giang|tap the|ca nhan|thanh vien|bai viet|chuyen muc|giai";

    private static readonly Pattern Percent = Pattern.Of($@"({Digits})(?: ?%?(?: ?[-÷~] ?| den )({Digits}))? ?(?:%|phan tram)( ?/ ?nam| moi nam| hang nam)?", "%", "phan tram");
    private static readonly Pattern Counted = Pattern.Of(
        $@"(?:(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})(?: ?(?:[-÷~]|den) ?(\d{{1,4}}))?(?:(?: ?/ ?| tren (?:tong so )?| trong (?:(?:tong )?so )?)\d{{1,5}})?|(?<many>\d{{1,3}}(?:,\d{{1,2}})?) (?<times>nghin|ngan|trieu)) ""?(?<things>{Things})\b"
    );
    private static readonly Pattern CountsThings = Pattern.Of($@"^ ?""?({Things})\b");
    private static readonly Pattern OfADay = Pattern.Of(@"\bngay\b[^;.%]{0,60}$");
    private static readonly Pattern Ratio = Pattern.Of(@"(\b(?:la|dat|len|den|du|giu vung|duy tri) |\()?\b(\d{1,3})/(\d{1,3})\b", "/");
    private static readonly Pattern FromAsMany = Pattern.Of(@"\btu \d{1,3}/(\d{1,3})\b[^;.%]{0,40}\b(len|xuong)\b[^;.%]{0,20}$");
    private static readonly Pattern BehindAYear = Pattern.Of(@"(^|[^0-9.,/])(19|20)\d{2},$");
    private static readonly Pattern BracketOfAYear = Pattern.Of(@"\b(19|20)\d{2} ?\( ?(dat |co |la |them |it nhat |toi thieu )?$");
    private static readonly Pattern EndsThere = Pattern.Of("^ ?([;.)]|, |$)");
    private static readonly Pattern AtLeastAfter = Pattern.Of("^ ?tro len");
    private static readonly (Pattern Form, TargetComparator Comparator)[] Before =
    [
        (Pattern.Of("(it nhat|toi thieu|khong duoi|khong thap hon|khong it hon)( la| dat)? ?$"), TargetComparator.AtLeast),
        (Pattern.Of("(≥|>=) ?$"), TargetComparator.AtLeast),
        (Pattern.Of("(≤|<=) ?$"), TargetComparator.AtMost),
        (Pattern.Of("(^|[^-=])> ?$"), TargetComparator.MoreThan),
        (Pattern.Of("< ?$"), TargetComparator.LessThan),
        (Pattern.Of("(khong qua|toi da|khong vuot qua)( la)? ?$"), TargetComparator.AtMost),
        (Pattern.Of("(khoang|xap xi|gan)( la)? ?$"), TargetComparator.About),
        (Pattern.Of(@"\b(tren|hon) ?$"), TargetComparator.MoreThan),
        (Pattern.Of(@"\bduoi ?$"), TargetComparator.LessThan),
    ];

    /// <summary>"2026 (3 huyện)": whether the words before a figure end in a year whose bracket it stands in.</summary>
    public static bool IsInBracketOfAYear(string lead) => BracketOfAYear.IsMatch(lead);

    public static List<TargetFigure> Percentages(MappedText text) =>
        [.. Find(Percent, text.Folded, m => Of(text.Folded, m, m.Groups[3].Success ? "%/year" : "%", m.Index + m.Length))];

    /// <summary>"05 mô hình", "15/30 xã": the figure ends before the noun that it counts.</summary>
    public static List<TargetFigure> Counts(MappedText text) => [.. Find(Counted, text.Folded, m => Multiplied(Of(text.Folded, m, "count", m.Groups["things"].Index), m))];

    /// <summary>"1,2 triệu người", "800 nghìn lượt".</summary>
    private static TargetFigure Multiplied(TargetFigure figure, Match match) =>
        match.Groups["times"] is { Success: true } times ? figure with { Value = figure.Value * (times.Value == "trieu" ? 1_000_000 : 1_000) } : figure;

    /// <summary>
    /// "số xã được công nhận tăng lên 14/14", "9/11 huyện … (năm 2030 là 11/11)": all of them, or as many of the same number as were counted before in the sentence. "(10/10)" and
    /// "từ 1/10 đến 7/10" are days.
    /// </summary>
    public static List<TargetFigure> OutOf(MappedText text)
    {
        var found = new List<TargetFigure>();
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in Ratio.Matches(text.Folded))
        {
            var (part, whole) = (match.Groups[2], match.Groups[3].Value);
            var behind = text.Folded[(match.Index + match.Length)..];
            var counted =
                before.Contains(whole)
                || FromAsMany.Match(text.Folded[..part.Index]) is { Success: true } from && from.Groups[1].Value == whole
                || (part.Value == whole && !MayBeADay(text.Folded[..match.Index], match));
            if (match.Groups[1].Length > 0 && EndsThere.IsMatch(behind) && counted)
            {
                found.Add(new(Figures.Number(part.Value), null, "count", null, part.Index, match.Index + match.Length, OfAll: true));
            }

            if (CountsThings.IsMatch(behind))
            {
                before.Add(whole);
            }
        }

        return found;
    }

    /// <summary>Day and month have the same form, and after a bare bracket or "đến" nothing says that things are counted.</summary>
    private static bool MayBeADay(string lead, Match ratio) =>
        int.Parse(ratio.Groups[3].Value, CultureInfo.InvariantCulture) <= 12
        && int.Parse(ratio.Groups[2].Value, CultureInfo.InvariantCulture) <= 31
        && (ratio.Groups[1].Value is "(" or "den " || OfADay.IsMatch(lead));

    private static IEnumerable<TargetFigure> Find(Pattern form, string folded, Func<Match, TargetFigure> read)
    {
        for (var match = form.Match(folded); match.Success; )
        {
            // The tail of "2025", of "1.000" or of "3/4" is no number of its own; "2028,60 %" are a year and a share.
            var insideANumber =
                match.Index > 0
                && !BehindAYear.IsMatch(folded[Math.Max(0, match.Index - 6)..match.Index])
                && (char.IsAsciiDigit(folded[match.Index - 1]) || (match.Index > 1 && folded[match.Index - 1] is '.' or ',' or '/' && char.IsAsciiDigit(folded[match.Index - 2])));
            if (!insideANumber)
            {
                yield return read(match);
            }

            match = form.Match(folded, insideANumber ? match.Index + 1 : match.Index + match.Length);
        }
    }

    private static TargetFigure Of(string folded, Match match, string unit, int end)
    {
        var lead = folded[Math.Max(0, match.Index - 24)..match.Index];
        TargetComparator? comparator = Before.Where(b => b.Form.IsMatch(lead)).Select(b => (TargetComparator?)b.Comparator).FirstOrDefault();
        if (AtLeastAfter.Match(folded[end..Math.Min(end + 12, folded.Length)]) is { Success: true } orMore)
        {
            comparator = TargetComparator.AtLeast;
            end += orMore.Length;
        }

        var to = match.Groups[2].Success ? Figures.Number(match.Groups[2].Value) : (decimal?)null;
        return new(Figures.Number((match.Groups["many"] is { Success: true } many ? many : match.Groups[1]).Value), to, unit, comparator, match.Index, end);
    }
}
