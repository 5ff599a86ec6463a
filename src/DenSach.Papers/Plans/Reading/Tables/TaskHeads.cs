namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The words over the columns of a table of work, by which such a table is known where nothing else divides its cells.</summary>
internal static class TaskHeads
{
    private const int LongestHead = 60;

    // "Kết quả" says what is to come of the work; "Kết quả thực hiện", "Kết quả năm 2025" what came of it.
    private const string Outcome =
        "((cac|ten|du kien|yeu cau|yeu cau ve) )*(ket qua ?[,/;-]? ?(va )?)?san pham.{0,20}|(san pham )?dau ra( du kien)?"
        + "|ket qua( (du kien|dau ra|can dat|phai dat|phai co|yeu cau|mong doi|hoan thanh))*|(du kien|yeu cau|yeu cau ve) ket qua( (dau ra|dat duoc|can dat|phai dat))?";

    private static readonly Pattern Any = Pattern.Of(
        @"^(stt|tt|so tt|(ten |noi dung |cac )*(nhiem vu|cong viec|hoat dong|noi dung|dau viec|viec)(,? (va )?(giai phap|trong tam|cong viec|nhiem vu|thuc hien|cu the|chu yeu|chinh))*"
            + @"|(co quan|don vi|bo phan|ca nhan|nguoi)?[,/ ]*(chu tri|phoi hop|thuc hien|phu trach|tham muu|dau moi)( (thuc hien|chinh))?|phan cong( thuc hien)?|trach nhiem( thuc hien)?"
            + $@"|(thoi gian|thoi han|thoi diem|tien do|han|moc)( (thuc hien|hoan thanh|bat dau|ket thuc))*|hoan thanh|ghi chu|kinh phi.{{0,20}}|{Outcome})( \(.{{0,20}}\))?$"
    );
    private static readonly Pattern Product = Pattern.Of($@"^({Outcome})( \(.{{0,20}}\))?$");
    private static readonly Pattern When = Pattern.Of(@"^(thoi gian|thoi han|thoi diem|tien do|han|moc|hoan thanh)\b");
    private static readonly Pattern Time = Pattern.Of(@"\d|\b(quy|thang|nam|thuong xuyen|hang|dinh ky|theo|dau|cuoi|khi)\b");

    public static bool Is(MappedText cell) => cell.Length <= LongestHead && Any.IsMatch(cell.Folded.Trim());

    /// <summary>Whether the head is the one of the time column.</summary>
    public static bool IsTime(MappedText head) => When.IsMatch(head.Folded.Trim());

    /// <summary>Whether the words over a column, folded, ask for what is to come of the work.</summary>
    public static bool IsProduct(string head) => head.Length <= LongestHead && Product.IsMatch(head.Trim());

    /// <summary>Whether a cell can stand in the time column.</summary>
    public static bool MayBeTime(MappedText cell) => cell.Length == 0 || Time.IsMatch(cell.Folded);
}
