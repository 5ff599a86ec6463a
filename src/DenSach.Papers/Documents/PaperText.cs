using System.Globalization;

namespace DenSach.Papers.Documents;

/// <summary>The fixed ways in which papers write numbers, dates and list marks.</summary>
internal static class PaperText
{
    // Điểm are lettered in the order of the Vietnamese alphabet, as laws and decrees are.
    private static readonly string[] Letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

    // Room to write by hand; spaces that no line break and no writer may swallow.
    private const string Blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    /// <summary>II.1a.</summary>
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>II.1b.</summary>
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>II.9.</summary>
    public const string RecipientsHead = "Nơi nhận:";

    /// <summary>What a drawn code is, for whoever does not see it.</summary>
    public const string CodeName = "Mã QR";

    /// <summary>Kind and abstract, as a file is titled.</summary>
    public static string Title(Paper paper) => paper.Kind is null ? paper.Abstract : $"{paper.Kind} {paper.Abstract}";

    /// <summary>II.3: the number with the word before it, or null for a paper without one.</summary>
    public static string? NumberLine(Paper paper) => paper.Symbol.Length == 0 ? null : $"Số: {Number(paper)}";

    /// <summary>II.6: "Điều 1.".</summary>
    public static string ArticleNumber(PaperArticle article) => FormattableString.Invariant($"Điều {article.Number}.");

    /// <summary>Who signs in whose name and as what, one entry a line.</summary>
    public static IEnumerable<string> SignatureLines(PaperSignature signature) => signature.Authority.Append(signature.Position);

    /// <summary>The name, or room for it.</summary>
    public static string Signer(PaperSignature signature) => signature.Name ?? "\u00A0";

    /// <summary>II.3: numbers under 10 take a zero; a paper not yet numbered keeps the room for it.</summary>
    public static string Number(Paper paper) => $"{paper.Number?.ToString("00", CultureInfo.InvariantCulture) ?? Blank}/{paper.Symbol}";

    /// <summary>II.4: days under 10 and the months 1 and 2 take a zero.</summary>
    public static string PlaceAndDate(Paper paper) => $"{paper.Place}, {DateWords(paper)}";

    /// <summary>"ngày 05 tháng 3 năm 2026".</summary>
    public static string DateWords(Paper paper)
    {
        if (paper.Date is { } date)
        {
            var month = date.Month <= 2 ? $"{date.Month:00}" : $"{date.Month}";
            return FormattableString.Invariant($"ngày {date.Day:00} tháng {month} năm {date.Year}");
        }

        return FormattableString.Invariant($"ngày{Blank}tháng{Blank}năm {paper.YearOfDraft?.ToString(CultureInfo.InvariantCulture) ?? Blank}");
    }

    /// <summary>III.1: "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 3 năm 2026 của …)".</summary>
    public static string Reference(Paper paper)
    {
        var issuer = paper.Authority is null ? "" : $" của {paper.Authority}";
        return $"(Kèm theo {paper.Kind ?? "Công văn"} số {Number(paper)} {DateWords(paper)}{issuer})";
    }

    public static string Marker(PaperListStyle style, int index) =>
        style switch
        {
            PaperListStyle.Numbers => FormattableString.Invariant($"{index + 1}."),
            PaperListStyle.Letters => index < Letters.Length ? Letters[index] + ")" : FormattableString.Invariant($"{index + 1})"),
            _ => "-",
        };

    /// <summary>II.6: each basis on its line, closed by ";", the last by ".".</summary>
    public static string Basis(IReadOnlyList<string> bases, int index) => bases[index].TrimEnd(';', '.', ' ') + (index == bases.Count - 1 ? "." : ";");

    /// <summary>II.9: each recipient behind a dash, closed by ";", "Lưu" by ".".</summary>
    public static string Recipient(IReadOnlyList<string> recipients, int index) => $"- {recipients[index].TrimEnd(';', '.', ' ')}{(index == recipients.Count - 1 ? "." : ";")}";
}
