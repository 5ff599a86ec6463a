using System.Globalization;
using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Who issued the plan, from three witnesses: the head, the sentence that issues it, the title ("trên địa bàn xã …").</summary>
internal sealed class PlaceReading
{
    private static readonly Pattern OnTheGround = Pattern.Of(@"tren dia ban ");
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public string? Issuer { get; private init; }
    public string? Place { get; private init; }
    public PlanLevel? Level { get; private init; }
    public IReadOnlyList<string> Parents { get; private init; } = [];

    /// <summary>The issuer's place and all places the bases name: what "UBND tỉnh" without a name can mean.</summary>
    public IReadOnlyList<NamedPlace> Known { get; private init; } = [];

    public static PlaceReading Of(HeadReader head, PreambleReader preamble, IReadOnlyList<Block> blocks, bool overDistricts, WarningList warnings)
    {
        var byTitle = blocks.Select(b => b.Content).Where(_ => preamble.Title is not null).SelectMany(TitlePlaces).FirstOrDefault();
        var witnesses = new[] { Cased(head.Issuer, head.PlaceOfIssue), preamble.Issuer, byTitle }.OfType<NamedPlace>().ToList();
        if (witnesses.Count == 0)
        {
            return new() { Known = preamble.Places };
        }

        var own = witnesses[0];
        if (witnesses.FirstOrDefault(w => !Same(w, own)) is { } other && preamble.Issuer is { } speaker && !Same(speaker, own))
        {
            warnings.Add("issuer", $"Phần đầu văn bản ghi “{own}”, phần nội dung ghi “{other}”: cần kiểm tra cơ quan ban hành.", other.Span);
        }

        if (head.IssuedByAnother)
        {
            warnings.Add("issuer", $"Ký hiệu “{head.Number ?? head.NumberSuffix}” không phải của Ủy ban nhân dân: cần kiểm tra cơ quan ban hành.", own.Span);
        }

        var parents = preamble
            .Places.Where(p => p.Level < own.Level && !string.Equals(p.Name, own.Name, StringComparison.Ordinal))
            .DistinctBy(p => p.ToString())
            .OrderByDescending(p => p.Level)
            .ToList();
        return new()
        {
            Issuer = $"{head.Body ?? "Ủy ban nhân dân"} {own}",
            Place = own.Name,
            Level = own.Kind == "thành phố" && (head.IssuedWithoutDistricts || overDistricts) ? PlanLevel.Province : own.Level,
            Parents = [.. parents.Select(p => p.ToString())],
            Known = [own, .. parents],
        };
    }

    private static bool Same(NamedPlace a, NamedPlace b) => Folding.Fold(a.ToString()) == Folding.Fold(b.ToString());

    private static IEnumerable<NamedPlace> TitlePlaces(MappedText text) => OnTheGround.Matches(text.Folded).SelectMany(m => Places.In(text.Slice(m.Index + m.Length)).Take(1));

    /// <summary>"XÃ VẠN HÒA" with the small letters of "Vạn Hòa, ngày …", else with a capital on each word.</summary>
    private static NamedPlace? Cased(NamedPlace? place, string? written)
    {
        if (place is not { } shouted)
        {
            return null;
        }

        var same = written is not null && Folding.Fold(written) == Folding.Fold(shouted.Name);
        return shouted with { Name = same ? written! : Vietnamese.TextInfo.ToTitleCase(shouted.Name.ToLower(Vietnamese)) };
    }
}
