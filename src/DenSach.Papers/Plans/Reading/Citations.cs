using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Finds documents by number and symbol ("Quyết định số 387/QĐ-TTg ngày 25/3/2022 của Thủ tướng Chính phủ").</summary>
internal static class Citations
{
    private const string KindWords =
        "quyet dinh|ke hoach|nghi quyet|cong van|chi thi|ket luan|thong tu|nghi dinh|huong dan|thong bao|chuong trinh|de an|to trinh|bao cao|quy che|luat";
    private static readonly Pattern NumberForm = Pattern.Of(@"\b(so ?[:.]? *)?(\d{1,5}(/\d{4})? ?[/-] ?[a-z]{1,8}( ?[-/] ?[a-z0-9&]{1,12}){0,3})", "/", "-");
    private static readonly Pattern KindForm = Pattern.Of($"({KindWords})( lien tich)? *$");
    private static readonly Pattern DateForm = Pattern.Of(@"^ ?,? ?(ngay|de ngay)? ?(\d{1,2}) ?(/+|-|thang) ?(\d{1,2}) ?(/+|-|nam) ?(\d{4})");
    private static readonly Pattern IssuerForm = Pattern.Of(@"^ ?,? ?cua ");
    private static readonly Pattern IssuerEnd = Pattern.Of(
        $"[,;:.(“”\"]| (ve|phe duyet|ban hanh|trien khai|thuc hien|quy dinh|tren dia ban|huong dan|to chuc|sua doi|cong bo|cua|nham) | va ({KindWords})"
    );

    private static readonly Dictionary<string, string> KindsByCode = new(StringComparer.Ordinal)
    {
        ["qd"] = "Quyết định",
        ["kh"] = "Kế hoạch",
        ["nq"] = "Nghị quyết",
        ["ct"] = "Chỉ thị",
        ["kl"] = "Kết luận",
        ["tt"] = "Thông tư",
        ["nd"] = "Nghị định",
        ["hd"] = "Hướng dẫn",
        ["tb"] = "Thông báo",
        ["ctr"] = "Chương trình",
        ["da"] = "Đề án",
        ["ttr"] = "Tờ trình",
        ["bc"] = "Báo cáo",
        ["cv"] = "Công văn",
        ["ubnd"] = "Công văn",
    };

    public static IEnumerable<(CitedDocument Document, int Start, int End)> In(MappedText text)
    {
        foreach (Match match in NumberForm.Matches(text.Folded))
        {
            var number = text.Text.Substring(match.Groups[2].Index, match.Groups[2].Length).Replace(" ", "", StringComparison.Ordinal);
            var code = Folding.Fold(new string([.. number.SkipWhile(c => !char.IsLetter(c)).TakeWhile(char.IsLetter)]));
            var written = match.Groups[1].Success;
            if (!char.IsUpper(number.First(char.IsLetter)) || (!written && !KindsByCode.ContainsKey(code)))
            {
                continue; // "2021-2030 - tiếp tục", "5/gia đình"
            }

            var before = KindForm.Match(text.Folded[Math.Max(0, match.Index - 40)..match.Index]);
            var kindStart = before.Success ? Math.Max(0, match.Index - 40) + before.Groups[1].Index : match.Index;
            var kind = before.Success ? Capital(text.Text.Substring(kindStart, before.Groups[1].Length)) : KindsByCode.GetValueOrDefault(code);

            var end = match.Index + match.Length;
            var date = DateForm.Match(text.Folded[end..Math.Min(end + 40, text.Length)]);
            var day = date.Success ? Dates.Of(date.Groups[2].Value, date.Groups[4].Value, date.Groups[6].Value) : null;
            end += date.Success ? date.Length : 0;
            var (issuer, issuerEnd) = Issuer(text, end, number);
            yield return (
                new CitedDocument
                {
                    Kind = kind,
                    Number = number,
                    Date = day,
                    Issuer = issuer,
                    Span = text.Span(kindStart, issuerEnd),
                },
                kindStart,
                issuerEnd
            );
        }
    }

    private static (string? Issuer, int End) Issuer(MappedText text, int at, string number)
    {
        var tail = text.Folded[at..Math.Min(at + 120, text.Length)];
        if (IssuerForm.Match(tail) is not { Success: true } of)
        {
            return (number.EndsWith("-TTg", StringComparison.Ordinal) ? "Thủ tướng Chính phủ" : null, at);
        }

        var stop = IssuerEnd.Match(tail, of.Length);
        var end = at + (stop.Success ? stop.Index : tail.Length);
        return (Issuers.Plain(text.Text[(at + of.Length)..end].Trim()), end);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
}
