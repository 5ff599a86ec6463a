using System.Globalization;
using System.Text.RegularExpressions;
using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Number, place and date: the lines above "KẾ HOẠCH", two columns flattened in any order.</summary>
internal sealed class HeadReader(WarningList warnings)
{
    private static readonly Pattern NumberForm = Pattern.Of(@"so ?[:.]? *(\d{0,5})[ ._…]*(/ *[a-z]{1,6}( ?- ?[a-z0-9]{1,10}){0,3})");
    private static readonly Pattern DateForm = Pattern.Of(@"ngay[ .…_]*(\d{0,2})[ .…_]*thang[ .…_]*(\d{0,2})[ .…_]*nam[ .…_]*(\d{4})?");
    private static readonly Pattern PlaceForm = Pattern.Of(@"([a-z' -]+), *ngay");
    private static readonly Pattern Motto = Pattern.Of(@"cong hoa xa hoi chu nghia viet nam|doc +lap *-? *tu +do *-? *hanh +phuc");

    private static readonly DateOnly TwoLevels = new(2025, 7, 1);

    private static readonly Pattern Committee = Pattern.Of("^(uy ban nhan dan|ubnd)");

    private static readonly Pattern KindAlone = Pattern.Of("(^| )(tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)$");

    private readonly List<NamedPlace> _places = [];
    private readonly List<NamedPlace> _broken = [];
    private MappedText _above = MappedText.Empty;
    private string? _body;

    public string? Number { get; private set; }
    public string? NumberSuffix { get; private set; }
    public DateOnly? Date { get; private set; }
    public string? DatePartial { get; private set; }

    /// <summary>"Bình Lư" of "Bình Lư, ngày …".</summary>
    public string? PlaceOfIssue { get; private set; }

    /// <summary>
    /// "XÃ VẠN HÒA" under "ỦY BAN NHÂN DÂN", as a place with the case of the paper: the one of "Vạn Hòa, ngày …", else the lowest, for the unit above may stand over it.
    /// A name on the line below its kind, "HỘI KHUYẾN HỌC TỈNH" over "LAM GIANG", is one only where the paper was issued there.
    /// </summary>
    public NamedPlace? Issuer =>
        _places
            .Concat(_broken)
            .Where(p => PlaceOfIssue is { } issued && Folding.Fold(issued) == Folding.Fold(p.Name))
            .Concat(_places.OrderByDescending(p => p.Level))
            .FirstOrDefault();

    /// <summary>The body that issues where it is no People's Committee: its number says so, or its line is the last. Null for a committee.</summary>
    public string? Body => (Number ?? NumberSuffix) is { } number && IssuingBody.IsCommittee(number) ? null : _body;

    /// <summary>The number ends as those of no People's Committee, and no other body stands in the head.</summary>
    public bool IssuedByAnother => Body is null && (Number ?? NumberSuffix) is { } number && number.Contains('-', StringComparison.Ordinal) && !IssuingBody.IsCommittee(number);

    /// <summary>Issued when there were no districts any more (72/2025/QH15, from 1/7/2025): a city of that time stands directly under the centre.</summary>
    public bool IssuedWithoutDistricts => Date >= TwoLevels || string.CompareOrdinal(DatePartial, "2025-07") >= 0;

    public void Read(IReadOnlyList<MappedText> lines)
    {
        foreach (var line in lines.Select(l => MappedText.Join([l])))
        {
            ReadNumber(line);
            ReadDate(line);
            ReadIssuer(line);
        }
    }

    private void ReadNumber(MappedText line)
    {
        if (Number is not null || NumberSuffix is not null || NumberForm.Match(line.Folded) is not { Success: true } match)
        {
            return;
        }

        var suffix = line.Text.Substring(match.Groups[2].Index, match.Groups[2].Length).Replace(" ", "", StringComparison.Ordinal);
        (Number, NumberSuffix) = match.Groups[1].Length > 0 ? (match.Groups[1].Value + suffix, null as string) : (null, suffix);
    }

    private void ReadDate(MappedText line)
    {
        if (Date is not null || DatePartial is not null || DateForm.Match(line.Folded) is not { Success: true } match)
        {
            return;
        }

        var (day, month, year) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        var whole = Dates.Of(day, month, year);
        var blankDay = day.Length == 0 || month.Length == 0;
        var span = line.Span(match.Index, match.Index + match.Length);
        if (year.Length == 0)
        {
            warnings.Add("date", "Ngày ban hành không có năm, cần xem lại.", span);
        }
        else if (whole is null && !blankDay)
        {
            warnings.Add("date", "Ngày ban hành không phải một ngày có thật, cần xem lại.", span);
        }
        else
        {
            Date = whole;
            var monthKnown = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12;
            DatePartial =
                whole is not null ? null
                : monthKnown ? $"{year}-{m:00}"
                : year;
        }

        if (PlaceForm.Match(line.Folded) is { Success: true } place)
        {
            var words = line.Text.Substring(place.Groups[1].Index, place.Groups[1].Length).Trim();
            var start = words.Length;
            foreach (var word in words.Split(' ').Reverse())
            {
                if (word.Length == 0 || !char.IsUpper(word[0]) || word.Contains('-', StringComparison.Ordinal))
                {
                    break;
                }

                start = words.LastIndexOf(word, start - 1, StringComparison.Ordinal);
            }

            PlaceOfIssue = start < words.Length ? words[start..] : null;
        }
    }

    private void ReadIssuer(MappedText line)
    {
        var motto = Motto.Match(line.Folded);
        var left = motto.Success ? line.Slice(0, motto.Index).Trim() : line;
        var capitals = left.Text.Any(char.IsLetter) && !left.Text.Any(char.IsLower);
        if (capitals)
        {
            _body = IssuingBody.Of(left.Folded) ?? (Committee.IsMatch(left.Folded.Trim()) ? null : _body);
            _places.AddRange(Places.In(left).TakeLast(1));
            if (KindAlone.IsMatch(_above.Folded))
            {
                _broken.AddRange(Places.In(MappedText.Join([_above, left])).TakeLast(1));
            }

            _above = left.Trim();
        }
    }
}
