namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>What the columns of a table are for: which hold figures of targets, which name their rows, which say the unit.</summary>
internal sealed class TableColumns
{
    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|so tt|t/t|#)?$");
    private static readonly Pattern UnitHead = Pattern.Of(@"\b(dvt|don vi tinh|don vi do)\b");
    private static readonly Pattern Aside = Pattern.Of(
        @"\b(ghi chu|so luong|tong so|thoi gian|san pham|kinh phi|nguon (von|kinh phi|luc)|trieu dong|dien tich|so sanh|chenh lech|tang,? giam|tang/giam|xep hang|xep thu)\b|^(co quan|don vi|bo phan) (chu tri|phoi hop|thuc hien|phu trach)\b|\b(tang|giam|tang them)( \(?[+%-].*| so voi.*)$"
    );

    // What there is, of which a target takes its share: "Dân số", "Tổng số hộ", "Số thôn". Not "Số hộ đăng ký", "Số lớp".
    private static readonly Pattern Stock = Pattern.Of(
        @"^(tong )?(so )?(dan so|nhan khau|so dan|so khau|khau|so nguoi dan)( .{0,30})?$"
            + @"|^(tong )?so (ho|ho gia dinh|ho dan|gia dinh|dong ho|thon|ban|ap|buon|khom|lang|khu pho|to dan pho|khu dan cu|co quan|don vi|truong|truong hoc|doanh nghiep|xa|phuong|nguoi trong do tuoi|cong dan|can bo|lao dong|hoc sinh)"
            + @"((,| va| -)? (ho|thon|ban|ap|to dan pho|khu pho|don vi|truong hoc|doanh nghiep|phuong|thi tran))*( hien co| hien nay| toan xa| tren dia ban| trong do tuoi.{0,30})?( \(.{0,20}\))?( (nam |den )?(19|20)\d{2})?$"
    );

    private readonly SourceTable _table;

    public TableColumns(SourceTable table)
    {
        _table = table;
        var figures = Enumerable.Range(0, table.Width).Where(IsFigures).ToList();
        var targets = figures.Where(c => !IsNoTarget(table.Head(c))).ToList();
        // Where all columns are counts of one kind, they are the targets.
        Values = targets.Count > 0 ? targets : [.. figures.Where(c => !IsStock(table.Head(c)) && table.Head(c) is var h && !h.Contains("ghi chu", StringComparison.Ordinal))];
        Unit = Enumerable.Range(0, table.Width).Where(c => UnitHead.IsMatch(table.Head(c)) && !Values.Contains(c)).Cast<int?>().FirstOrDefault();
        var firstValue = figures.Count == 0 ? 0 : figures[0];
        Labels = [.. Enumerable.Range(0, firstValue).Where(c => !IsIndex(c) && c != Unit && (!Aside.IsMatch(table.Head(c)) || c == 0))];
        if (Labels.Count == 0)
        {
            Labels = [0];
        }
    }

    /// <summary>The columns whose figures are targets, from the left.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>The columns that name a row, the nearest to the values last; at least one.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The column of units, or null.</summary>
    public int? Unit { get; }

    /// <summary>Whether such words count what there is, and no target: "Tổng số hộ".</summary>
    public static bool IsStock(string words) => Stock.IsMatch(words.Trim(' ', '-', '+', ':'));

    /// <summary>Whether a column under such words holds no targets at all.</summary>
    public static bool IsNoTarget(string head) => IsStock(head) || Aside.IsMatch(head);

    private bool IsFigures(int column)
    {
        var cells = _table.Rows.Select(r => SourceTable.At(r, column)).Where(c => c.Length > 0 && c.Folded != "-").ToList();
        return !IsIndex(column) && cells.Count > 0 && cells.Count(c => CellFigure.Of(c) is not null) * 2 >= cells.Count;
    }

    private bool IsIndex(int column)
    {
        if (_table.Head(column).Length > 0)
        {
            return Index.IsMatch(_table.Head(column));
        }

        var cells = _table.Rows.Select(r => SourceTable.At(r, column)).ToList();
        return column == 0 && _table.Width > 2 && cells.All(c => c.Length <= 4) && cells.Any(c => c.Text.Any(char.IsAsciiDigit));
    }
}
