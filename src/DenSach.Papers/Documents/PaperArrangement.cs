namespace DenSach.Papers.Documents;

/// <summary>
/// How the parts of a paper stand to each other (Phụ lục I, sơ đồ bố trí các thành phần thể thức), where the decree draws and gives no number: shares of the
/// width, gaps in points. All writers take them from here, so that a paper looks the same on the screen, in print and in Word.
/// </summary>
internal static class PaperArrangement
{
    /// <summary>Share of the left column over the title, in percent: the name of the nation fits on one line of the right one.</summary>
    public const int HeadLeft = 40;

    /// <summary>Share of the recipients beside the signature, in percent.</summary>
    public const int ClosingLeft = 48;

    /// <summary>Keeps long words of the left block off the right one.</summary>
    public const int BetweenColumnsPt = 6;

    public const int GapBeforeNumber = 8;
    public const int GapBeforeKind = 18;
    public const int GapBeforeAuthority = 14;
    public const int GapAfterAuthority = 6;
    public const int GapBeforeEnacting = 12;
    public const int GapBeforeSection = 10;
    public const int GapBeforeClosing = 14;
    public const int GapBeforeLine = 10;
    public const int GapAroundName = 12;
    public const int GapBeforeCode = 10;
    public const int GapBeforeTable = 6;

    /// <summary>Room for the signature and the seal.</summary>
    public const int GapBeforeSigner = 68;

    /// <summary>Whom a certificate is given to.</summary>
    public const int NamePt = 18;

    public const int CodePt = 11;
    public const int CodeMm = 26;
    public const int MarkPt = 12;
    public const string MarkColour = "b00020";

    /// <summary>Lines of tables, and those under issuer, motto and abstract.</summary>
    public const decimal LinePt = 0.75m;

    /// <summary>Inside the cells of a table, beside and above the words.</summary>
    public const decimal CellBesidePt = 4;

    public const decimal CellAbovePt = 2.5m;
}
