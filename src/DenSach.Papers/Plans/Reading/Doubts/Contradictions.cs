namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>
/// What two targets say against each other: two figures of one thing in one year, or a figure that falls while the years rise. One of the two years may be
/// wrong, and nobody can tell which, so both are doubted. This finds wrong years without knowing how the sentence went wrong.
/// </summary>
internal static class Contradictions
{
    private const int Near = 120;
    private static readonly Pattern Part = Pattern.Of(
        @"\b(vung|khu vuc|mien nui|mien bien|ven bien|bai ngang|hai dao|bien gioi|dong bang|nong thon|thanh thi|do thi|trung du|kho khan|thieu so|thi tran|xep loai|loai (tot|kha|gioi|xuat sac)|giao cac|cu the tung|rieng)\b"
    );

    // With their marks: "công nhân" are workers, "công nhận" is what is done with a title. Where something lies is no kind of it.
    private static readonly Pattern Kind = Pattern.Of(
        @"\b(xã|phường|thị trấn|đặc khu|công nhân|nông dân|ngư dân|diêm dân|trường|doanh nghiệp|hợp tác xã|cấp (tỉnh|thành phố|huyện|xã|cơ sở))\b"
    );
    private static readonly Pattern Where = Pattern.Of(@"\b(trên|trong|của|tại|ở|thuộc|cấp|toàn)( địa bàn| phạm vi| toàn)*( các)? (xã|phường|thị trấn|đặc khu)\b");
    private static readonly Pattern Place = Pattern.Of(
        @"\b([Tt]hôn|[Bb]ản|[Ll]àng|[ẤấAa]p|[Bb]uôn|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố|[Xx]ã|[Pp]hường|[Hh]uyện|[Qq]uận)( số)? [\p{Lu}0-9]"
    );

    public static IEnumerable<(PlanTarget Target, string Doubt)> In(IEnumerable<PlanTarget> targets, string source)
    {
        foreach (var same in targets.Where(t => t is { Year: not null, Recurrence: null, Unit: "%" } && !IsOfAPart(t, source)).GroupBy(Thing))
        {
            var said = same.OrderBy(t => t.Year).DistinctBy(t => (t.Year, t.Value)).ToList();
            foreach (var target in said.Count > 1 ? same.AsEnumerable() : [])
            {
                if (target.YearFrom.Kind != YearSource.TableHead && said.Find(o => o.Year == target.Year && o.Value != target.Value) is { } twin)
                {
                    yield return (target, $"Cùng năm {target.Year} còn có {Said(twin)} cho cùng một việc");
                }
                else if (
                    target.Title is not null
                    && said.Find(o => (o.Year < target.Year && o.Value > target.Value) || (o.Year > target.Year && o.Value < target.Value)) is { } other
                )
                {
                    yield return (target, $"Năm {other.Year} ghi {Said(other)}, con số giảm khi năm tăng");
                }
            }
        }
    }

    /// <summary>"Vùng miền núi: 55 %", "Thôn Phú Đông 82 %": a part has its own figure.</summary>
    private static bool IsOfAPart(PlanTarget target, string source) =>
        target.Scope is null && Part.IsMatch(Folding.Fold(source[Math.Max(0, target.Span.Start - Near)..target.Span.End]))
        || Place.IsMatch(source[Math.Max(0, target.Span.Start - 2)..target.Span.End]);

    /// <summary>What is counted and of whom: by its title where it has one, else by its very words.</summary>
    private static (PlanSubject, string?, string?, string?, bool, string) Thing(PlanTarget t) =>
        (t.Subject, t.Title, t.TitleContext, t.Scope, t.OfParent, t.Title is null || t.OfParent || t.Scope is not null ? Folding.Fold(t.Measure) : Kinds(t.Measure));

    /// <summary>"50 % số xã và 65 % số phường", "công nhân 30 %, nông dân 25 %", "cơ quan cấp tỉnh 98 %, cấp xã 90 %": kinds of one subject have figures of their own.</summary>
    private static string Kinds(string measure)
    {
        var words = measure.Normalize(System.Text.NormalizationForm.FormC).ToLowerInvariant();
        var elsewhere = Where.Matches(words);
        return string.Join(
            ' ',
            Kind.Matches(words)
                .Where(m => m.Value.StartsWith("cấp", StringComparison.Ordinal) || !elsewhere.Any(w => w.Index <= m.Index && m.Index < w.Index + w.Length))
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
        );
    }

    private static string Said(PlanTarget t) => t.Value.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")) + " %";
}
