using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>One way to write each issuing body: "UBND" short, offices of the state and the Party with their capitals.</summary>
internal static class Issuers
{
    private static readonly Pattern PeoplesCommittee = Pattern.Of("uy ban nhan dan");
    private static readonly Pattern Unnamed = Pattern.Of("ubnd (tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran)$");

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["thu tuong chinh phu"] = "Thủ tướng Chính phủ",
        ["thu tuong"] = "Thủ tướng Chính phủ",
        ["chinh phu"] = "Chính phủ",
        ["bo chinh tri"] = "Bộ Chính trị",
        ["ban bi thu"] = "Ban Bí thư",
        ["ban bi thu trung uong"] = "Ban Bí thư Trung ương",
        ["tinh uy"] = "Tỉnh ủy",
        ["huyen uy"] = "Huyện ủy",
    };

    public static string Plain(string words)
    {
        if (Known.TryGetValue(Folding.Fold(words), out var known))
        {
            return known;
        }

        var committee = PeoplesCommittee.Match(Folding.Fold(words));
        return committee.Success ? words[..committee.Index] + "UBND" + words[(committee.Index + committee.Length)..] : words;
    }

    /// <summary>"UBND tỉnh" becomes "UBND tỉnh Lai Châu" where the paper names one province only.</summary>
    public static CitedDocument WithPlace(CitedDocument document, IReadOnlyList<NamedPlace> places)
    {
        if (document.Issuer is not { } issuer || Unnamed.Match(Folding.Fold(issuer)) is not { Success: true } unnamed)
        {
            return document;
        }

        var named = places.Where(p => Folding.Fold(p.Kind) == unnamed.Groups[1].Value).Select(p => p.Name).Distinct().ToList();
        return named.Count == 1 ? document with { Issuer = $"{issuer} {named[0]}" } : document;
    }
}
