using System.Text.RegularExpressions;
using DenSach.Papers.Plans.Reading.Doubts;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Title, period, issuer by the words, legal bases: what stands between "KẾ HOẠCH" and the first section.</summary>
internal sealed class PreambleReader(WarningList warnings, int? issueYear)
{
    private static readonly Pattern EndsTheTitle = Pattern.Of(@"^(can cu|xet de nghi|theo de nghi|de (trien khai|thuc hien))|ban hanh ke hoach|xay dung ke hoach|nhu sau ?:?$");
    private static readonly Pattern Issues = Pattern.Of(@"(uy ban nhan dan|ubnd) (tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) ");

    private static readonly Pattern RunsUntil = Pattern.Of(@"\bden (het |cuoi )?nam \d{4}");
    private static readonly Pattern Speaks = Pattern.Of("^(ban hanh|xay dung|to chuc|trien khai|lap)\\b");

    public string? Title { get; private set; }
    public YearRange? Period { get; private set; }

    /// <summary>The words that name <see cref="Period"/>.</summary>
    public YearFrom PeriodFrom { get; private set; }

    /// <summary>Words of the title that speak of a time beside the period, or null.</summary>
    public string? Besides { get; private set; }

    public NamedPlace? Issuer { get; private set; }
    public IReadOnlyList<CitedDocument> Bases { get; private set; } = [];
    public IReadOnlyList<NamedPlace> Places { get; private set; } = [];

    public void Read(IReadOnlyList<Block> blocks)
    {
        // A paper named in the first paragraph is what the plan carries out: "Triển khai Quyết định số 1373/QĐ-TTg …"; in a later one it is a base.
        var title = blocks.TakeWhile((b, i) => !EndsTheTitle.IsMatch(b.Content.Folded) && (i == 0 || !Citations.In(b.Content).Any())).Select(b => b.Content).ToList();
        var rest = blocks.Skip(title.Count).Select(b => b.Content).ToList();
        Bases = [.. rest.Concat(title).SelectMany(b => Citations.In(b)).Select(c => c.Document).DistinctBy(d => d.Number)];
        Places = [.. title.Concat(rest).SelectMany(Reading.Places.In)];
        ReadTitle(MappedText.Join(title), rest);
        Issuer = rest.SelectMany(IssuingPlaces).LastOrDefault();
    }

    private void ReadTitle(MappedText title, IReadOnlyList<MappedText> rest)
    {
        if (title.Length == 0)
        {
            return;
        }

        Title = title.Text;
        var ranges = Years.Ranges(title).ToList();
        var own = ranges.Where(r => !r.Quoted).Select(r => r.Range).Distinct().ToList();
        var years = Years.Mentions(title).Select(m => m.Year).Distinct().ToList();
        // "Thực hiện Đề án “… giai đoạn 2021-2030” năm 2023" is the plan of one year; the quoted range is the programme's.
        var ofOneYear = own.Count == 0 && years.Count == 1 && !RunsUntil.IsMatch(title.Folded);
        own = own.Count > 0 || ofOneYear ? own : [.. ranges.Select(r => r.Range).Distinct()];
        var spoken = own.Count > 0 || years.Count > 0 ? [] : rest.SelectMany(r => Years.Ranges(r).Where(x => !x.Quoted)).Select(r => r.Range).Distinct().ToList();
        Period =
            own.Count == 1 ? own[0]
            : own.Count == 0 && years.Count == 1 ? Until(title, years[0])
            : spoken.Count == 1 ? spoken[0]
            : null;
        Besides = TimeWords.In(title, Period).Where(w => w.Kind == TimeKind.Vague).Select(w => w.Words).FirstOrDefault();
        PeriodFrom =
            Period is not { } period ? default
            : spoken.Count == 1 ? rest.Select(r => PlaceOf(r, period)).First(s => s is not null)!.Value
            : PlaceOf(title, period) ?? default;
        if (Period is null)
        {
            warnings.Add("period", "Không xác định được giai đoạn của kế hoạch từ tên kế hoạch, cần nhập tay.", title.Span());
        }
    }

    private static YearFrom? PlaceOf(MappedText text, YearRange period)
    {
        var range = Years.Ranges(text).Where(r => r.Range == period).OrderBy(r => r.Quoted).Select(r => (SourceSpan?)Years.Words(text, r.Start, r.End)).FirstOrDefault();
        range ??= Years.Mentions(text).Where(m => m.Year == period.To).Select(m => (SourceSpan?)Years.Words(text, m)).FirstOrDefault();
        return range is { } span ? new(YearSource.Title, span) : null;
    }

    /// <summary>"đến năm 2030" runs from the year of issue, "năm 2026" is that year alone.</summary>
    private YearRange Until(MappedText title, int year) => issueYear is { } from && from < year && RunsUntil.IsMatch(title.Folded) ? new(from, year) : new(year, year);

    /// <summary>"UBND xã Vạn Hòa" where the committee is the speaker ("… ban hành kế hoạch"), not a body named after "của".</summary>
    private static IEnumerable<NamedPlace> IssuingPlaces(MappedText text)
    {
        foreach (Match match in Issues.Matches(text.Folded))
        {
            var kind = match.Index + match.Groups[1].Length + 1;
            var place = Reading.Places.In(text.Slice(kind)).FirstOrDefault();
            var end = place is null ? kind : kind + place.ToString().Length;
            var tail = text.Folded[end..Math.Min(end + 40, text.Length)].TrimStart();
            if (place is not null && Speaks.IsMatch(tail))
            {
                yield return place;
            }
        }
    }
}
