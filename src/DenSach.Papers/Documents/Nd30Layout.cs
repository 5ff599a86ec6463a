namespace DenSach.Papers.Documents;

/// <summary>
/// The layout of administrative papers: Nghị định 30/2020/NĐ-CP, Phụ lục I. Every measure that a writer uses stands
/// here, with the clause that allows it and the bounds of that clause; the value taken lies within them.
/// "I.n" is Phụ lục I, Phần I, Mục I, khoản n (page); "II.n" is Mục II, khoản n (main parts); "III.n" is Mục III (other parts).
/// </summary>
public static class Nd30Layout
{
    /// <summary>Điều 8 and Phụ lục I.</summary>
    public const string Source = "Nghị định 30/2020/NĐ-CP, Phụ lục I";

    /// <summary>I.4: Times New Roman, Unicode, black. The names behind it have the same widths where it is not installed.</summary>
    public static readonly IReadOnlyList<string> Fonts = ["Times New Roman", "Liberation Serif", "Tinos"];

    /// <summary>I.1: A4, 210 × 297 mm.</summary>
    public static readonly (int Width, int Height) PageMm = (210, 297);

    /// <summary>I.3: 20-25 mm.</summary>
    public static readonly Measure TopMm = new(20, 20, 25, "mm", "I.3");

    /// <summary>I.3: 20-25 mm.</summary>
    public static readonly Measure BottomMm = new(20, 20, 25, "mm", "I.3");

    /// <summary>I.3: 30-35 mm.</summary>
    public static readonly Measure LeftMm = new(30, 30, 35, "mm", "I.3");

    /// <summary>I.3: 15-20 mm.</summary>
    public static readonly Measure RightMm = new(15, 15, 20, "mm", "I.3");

    /// <summary>I.7: Arabic, upright, centred in the top margin, not shown on the first page.</summary>
    public static readonly Measure PageNumberPt = new(13, 13, 14, "pt", "I.7");

    /// <summary>III.1: the pages of each appendix are numbered on their own.</summary>
    public static readonly bool AppendixNumberedApart = true;

    /// <summary>II.6: first line of a paragraph, 1 cm or 1.27 cm.</summary>
    public static readonly Measure FirstLineMm = new(12.7m, 10, 12.7m, "mm", "II.6");

    /// <summary>II.6: between paragraphs, 6 pt at least.</summary>
    public static readonly Measure ParagraphGapPt = new(6, 6, 12, "pt", "II.6");

    /// <summary>II.6: single to 1.5 lines. The factor is of the letter size; a single line of this face takes 1.15.</summary>
    public static readonly Measure LineHeight = new(1.25m, 1.15m, 1.725m, "", "II.6");

    /// <summary>II.2, II.5: the line under the issuing body and under the abstract, as a share of the words above it: a third to a half.</summary>
    public static readonly Measure RuleShare = new(40, 33.4m, 50, "%", "II.2, II.5");

    /// <summary>II.1b: the line under the motto is as long as the motto.</summary>
    public static readonly Measure MottoRuleShare = new(100, 100, 100, "%", "II.1b");

    /// <summary>The kinds of words a paper holds, each with its size and style.</summary>
    public static readonly IReadOnlyList<PartStyle> Parts =
    [
        new("nation", 13, 12, 13, Bold: true, Italic: false, Capitals: true, "II.1a Quốc hiệu"),
        new("motto", 14, 13, 14, Bold: true, Italic: false, Capitals: false, "II.1b Tiêu ngữ"),
        new("parent", 13, 12, 13, Bold: false, Italic: false, Capitals: true, "II.2 cơ quan chủ quản"),
        new("issuer", 13, 12, 13, Bold: true, Italic: false, Capitals: true, "II.2 cơ quan ban hành"),
        new("number", 13, 13, 13, Bold: false, Italic: false, Capitals: false, "II.3 số, ký hiệu"),
        new("date", 14, 13, 14, Bold: false, Italic: true, Capitals: false, "II.4 địa danh và thời gian"),
        new("kind", 14, 13, 14, Bold: true, Italic: false, Capitals: true, "II.5 tên loại"),
        new("abstract", 14, 13, 14, Bold: true, Italic: false, Capitals: false, "II.5 trích yếu"),
        new("subject", 13, 12, 13, Bold: false, Italic: false, Capitals: false, "II.5 trích yếu công văn"),
        new("authority", 14, 13, 14, Bold: true, Italic: false, Capitals: true, "II.6 thẩm quyền ban hành"),
        new("basis", 14, 13, 14, Bold: false, Italic: true, Capitals: false, "II.6 căn cứ"),
        new("enacting", 14, 13, 14, Bold: true, Italic: false, Capitals: true, "II.6 lời ban hành"),
        new("text", 14, 13, 14, Bold: false, Italic: false, Capitals: false, "II.6 nội dung"),
        new("article", 14, 13, 14, Bold: true, Italic: false, Capitals: false, "II.6 điều"),
        new("section", 14, 13, 14, Bold: true, Italic: false, Capitals: false, "II.6 mục"),
        new("signature", 14, 13, 14, Bold: true, Italic: false, Capitals: true, "II.7 quyền hạn, chức vụ"),
        new("signer", 14, 13, 14, Bold: true, Italic: false, Capitals: false, "II.7 họ tên"),
        new("recipients-head", 12, 12, 12, Bold: true, Italic: true, Capitals: false, "II.9 từ “Nơi nhận”"),
        new("recipients", 11, 11, 11, Bold: false, Italic: false, Capitals: false, "II.9 danh sách nơi nhận"),
        new("appendix-label", 14, 14, 14, Bold: true, Italic: false, Capitals: false, "III.1 “Phụ lục” và số thứ tự"),
        new("appendix-title", 14, 13, 14, Bold: true, Italic: false, Capitals: true, "III.1 tên phụ lục"),
        new("appendix-reference", 14, 13, 14, Bold: false, Italic: true, Capitals: false, "III.1 kèm theo văn bản"),
        new("cell", 13, 13, 14, Bold: false, Italic: false, Capitals: false, "II.6 nội dung (trong bảng)"),
    ];

    /// <summary>The style of one kind of words, by its name.</summary>
    public static PartStyle Part(string name) => Parts.First(p => p.Name == name);
}

/// <summary>A measure taken, with the bounds of its clause.</summary>
/// <param name="Value">What the writers use.</param>
/// <param name="Least">Lower bound of the clause.</param>
/// <param name="Most">Upper bound of the clause.</param>
/// <param name="Unit">"mm", "pt" or none.</param>
/// <param name="Clause">Clause of Phụ lục I.</param>
public sealed record Measure(decimal Value, decimal Least, decimal Most, string Unit, string Clause);

/// <summary>Size and style of one kind of words.</summary>
/// <param name="Name">Name that writers use for their style.</param>
/// <param name="SizePt">Size taken.</param>
/// <param name="LeastPt">Smallest size the clause allows.</param>
/// <param name="MostPt">Largest size the clause allows.</param>
/// <param name="Bold">Đậm.</param>
/// <param name="Italic">Nghiêng.</param>
/// <param name="Capitals">In hoa.</param>
/// <param name="Clause">Clause of Phụ lục I and the part it speaks of.</param>
public sealed record PartStyle(string Name, decimal SizePt, decimal LeastPt, decimal MostPt, bool Bold, bool Italic, bool Capitals, string Clause);
