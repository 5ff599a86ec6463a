namespace DenSach.Papers.Documents;

/// <summary>A piece of the body. The family is closed: each writer knows every member.</summary>
public abstract record PaperBlock
{
    private protected PaperBlock() { }
}

/// <summary>Điều, with its number; the words may stand beside the number or be a heading over paragraphs.</summary>
/// <param name="Number">1, 2, …</param>
/// <param name="Text">The words behind "Điều 1.".</param>
/// <param name="Blocks">Khoản, paragraphs, lists and tables under it.</param>
/// <param name="TextIsHeading">True where <paramref name="Text"/> is the name of the article (then bold as well).</param>
public sealed record PaperArticle(int Number, string Text, IReadOnlyList<PaperBlock> Blocks, bool TextIsHeading = false) : PaperBlock;

/// <summary>Heading of a section: "I. MỤC ĐÍCH" (depth 1), "1. Mục tiêu" (depth 2).</summary>
/// <param name="Text">The words with their number.</param>
/// <param name="Depth">1 or 2.</param>
public sealed record PaperHeading(string Text, int Depth) : PaperBlock;

/// <summary>A paragraph of running words.</summary>
/// <param name="Text">The words.</param>
public sealed record PaperParagraph(string Text) : PaperBlock;

/// <summary>A centred line, as on a certificate.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsName">True for whom the paper is given to: larger and bold.</param>
public sealed record PaperLine(string Text, bool IsName = false) : PaperBlock;

/// <summary>A square code (QR) with what it says in words, for whoever cannot read it by a camera.</summary>
/// <param name="Text">Where and by which code the paper is checked.</param>
/// <param name="Squares">Rows of dark squares from above, the quiet margin included; as many in each row as there are rows.</param>
public sealed record PaperCode(string Text, IReadOnlyList<IReadOnlyList<bool>> Squares) : PaperBlock;

/// <summary>Items, each on a line of its own behind its marker.</summary>
/// <param name="Style">What stands before each item.</param>
/// <param name="Items">The items.</param>
public sealed record PaperList(PaperListStyle Style, IReadOnlyList<string> Items) : PaperBlock;

/// <summary>What stands before the items of a list.</summary>
public enum PaperListStyle
{
    /// <summary>"-".</summary>
    Dash,

    /// <summary>"1." (khoản).</summary>
    Numbers,

    /// <summary>"a)" (điểm), in the Vietnamese order of letters.</summary>
    Letters,
}

/// <summary>A table whose head stands again on each page.</summary>
/// <param name="Columns">Columns from left to right; at least one.</param>
/// <param name="Rows">Cells, one row each; a row with fewer cells ends with blank ones.</param>
/// <param name="Caption">Words over the table, or null.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Caption = null) : PaperBlock;

/// <summary>One column of a table.</summary>
/// <param name="Heading">Words of the head.</param>
/// <param name="Align">How the cells stand.</param>
/// <param name="Share">Share of the width in percent, rounded to 5; 0 lets the words decide.</param>
public sealed record PaperColumn(string Heading, PaperAlign Align = PaperAlign.Left, int Share = 0);

/// <summary>How cells of a column stand.</summary>
public enum PaperAlign
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Ordinals and short marks.</summary>
    Centre,

    /// <summary>Numbers: right, with digits of one width.</summary>
    Number,
}
