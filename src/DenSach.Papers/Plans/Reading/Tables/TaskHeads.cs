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

    private static readonly Pattern Optional = Pattern.Of(@"\bphoi hop\b|^ghi chu$");
    private static readonly Pattern OpensTime = Pattern.Of(
        @"^((truoc|xong|hoan thanh|cham nhat|muon nhat|thuong xuyen|dinh ky|ca (nam|giai doan)|giai doan|khi (co|can))\b|quy (iii|iv|ii|i|[1-4])\b"
            + @"|((tu|trong|den|den het|dau|cuoi|giua|sau|hang|moi|tung|vao) )?(ngay|thang|quy|nam|tuan|hoc ky) ?(\d|i|$|/|,|cuoi|dau)|(hang|moi|tung) (ngay|thang|quy|nam|tuan)\b"
            + @"|theo (yeu cau|ke hoach|quy dinh|huong dan|chi dao|tien do|lich)\b|\d{1,2} ?/|(19|20)\d{2}\b|(6|06) thang\b)"
    );
    private const int LongestTime = 60;

    public static bool Is(MappedText cell) => cell.Length <= LongestHead && Any.IsMatch(cell.Folded.Trim());

    /// <summary>Whether the head is the one of the time column.</summary>
    public static bool IsTime(MappedText head) => When.IsMatch(head.Folded.Trim());

    /// <summary>Whether the words over a column, folded, ask for what is to come of the work.</summary>
    public static bool IsProduct(string head) => head.Length <= LongestHead && Product.IsMatch(head.Trim());

    /// <summary>Whether a row can do without a cell under this head: who works along, what is to come of it, a note.</summary>
    public static bool MayStandEmpty(MappedText head) => IsProduct(head.Folded) || Optional.IsMatch(head.Folded.Trim());

    /// <summary>Whether a cell opens with a time, as one in the time column mostly does.</summary>
    public static bool SaysTime(MappedText cell) => cell.Length is > 0 and <= LongestTime && OpensTime.IsMatch(cell.Folded);

    /// <summary>Whether a cell can stand in the time column.</summary>
    public static bool MayBeTime(MappedText cell) => cell.Length == 0 || Time.IsMatch(cell.Folded);
}
