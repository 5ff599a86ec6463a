namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Targets and past results from tables. A figure has what its column says, what its row says, what the row that opens
/// its group says, and for the rest what stands over the table; either the rows or the columns name whom the figures
/// count, and the others then are years, places or whose target it is.
/// </summary>
internal sealed class TableTargets(WarningList warnings, PlanYears plan)
{
    private static readonly Pattern Percent = Pattern.Of(@"%|\bty le\b|\bti le\b|\bphan tram\b");
    private static readonly Pattern CountUnit = Pattern.Of(
        @"^\(?(ho|nguoi|thon|ban|xa|dong ho|don vi|lop|cai|to|luot|suat|hoi vien|buoi|mo hinh)\)?$|\((ho|nguoi|thon|ban|xa|dong ho|don vi|lop|luot nguoi|luot|suat)\)|^so [a-z]"
    );

    private static readonly Pattern Places = Pattern.Of(
        @"\b(xa|phuong|thi tran|thon|ban|ap|buon|lang|khom|khu pho|to dan pho|to|huyen|dia phuong|dia ban|khu vuc|vung|don vi|ten)\b"
    );
    private static readonly Pattern Measures = Pattern.Of(@"\b(chi tieu|noi dung|tieu chi|danh hieu|mo hinh|muc tieu|chi so)\b");

    private readonly List<PlanTarget> _targets = [];

    public IReadOnlyList<PlanTarget> Targets => _targets;

    public void Read(Block zone)
    {
        foreach (var block in zone.Descendants.Where(b => b.Table is not null))
        {
            foreach (var table in block.Table!.Halves())
            {
                ReadTable(table, block);
            }
        }
    }

    private void ReadTable(SourceTable table, Block block)
    {
        foreach (var cell in table.Unplaced)
        {
            warnings.Add("table", "Con số này trong bảng chưa ghép được với cột và năm của nó.", cell.Span());
        }

        if (table.Rest.Length > 0)
        {
            warnings.Add("table", "Bảng quá lớn: phần từ đây đến hết bảng chưa được đọc, cần xem tận nơi.", table.Rest.Span());
        }

        if (table.Uncut.Length > 0)
        {
            warnings.Add("table", "Bảng này không tách được chắc chắn thành dòng và cột, nên các con số chưa được đọc: cần xem tận nơi và nhập tay.", table.Uncut.Span());
        }

        var columns = new TableColumns(table);
        if (columns.Values.Count == 0)
        {
            return;
        }

        var surroundings = new TableSurroundings(table, block);
        var heads = columns.Values.ToDictionary(c => c, c => TableWords.OfColumn(table, c));
        var rows = TableRows.Of(table, columns);
        var titlesInRows = rows.Count(r => r.Words.Whom.Title is not null || r.Words.Whom.Context is not null) * 2 > rows.Count;
        var titlesInHeads = heads.Values.Count(h => h.Whom.Title is not null) * 2 > heads.Count;
        var byColumn = heads.Values.Count(h => h.Whom.Found) * 2 > heads.Count && (titlesInHeads || !titlesInRows);
        var label = table.Head(columns.Labels[^1]);
        var areParts = byColumn || (!Measures.IsMatch(label) && (Places.IsMatch(label) || rows.Count(r => r.Words.Whom.Found) * 2 <= rows.Count) && !titlesInRows);
        var of = new Reading(table, surroundings, heads, byColumn, areParts);
        foreach (var row in rows)
        {
            foreach (var column in columns.Values)
            {
                if (!row.IsMoney && Figure(row, column) is { } figure && !row.IsStock(figure))
                {
                    ReadCell(of, row, column, figure);
                }
            }
        }
    }

    /// <param name="Table">The table.</param>
    /// <param name="Surroundings">What stands over it.</param>
    /// <param name="Heads">What the head of each column of values says.</param>
    /// <param name="ByColumn">The heads name whom the figures count.</param>
    /// <param name="AreParts">The rows are places or parts.</param>
    private sealed record Reading(SourceTable Table, TableSurroundings Surroundings, Dictionary<int, TableWords> Heads, bool ByColumn, bool AreParts);

    private CellFigure? Figure(TableRow row, int column)
    {
        var cell = SourceTable.At(row.Cells, column);
        var figure = CellFigure.Of(cell);
        if (figure is null && cell.Text.Any(char.IsAsciiDigit))
        {
            warnings.Add("table", "Ô này trong bảng có con số chưa đọc được.", cell.Span());
        }

        return figure;
    }

    private void ReadCell(Reading of, TableRow row, int column, CellFigure figure)
    {
        var (cell, head) = (SourceTable.At(row.Cells, column), of.Heads[column]);
        var whom = Whom(of, row, head);
        var (year, doubt, from, _) = Year(of, row, column);
        var percent =
            figure.Percent
            || Percent.IsMatch(of.Table.Head(column))
            || Percent.IsMatch(row.Label.Folded)
            || row.Unit is { } own && Percent.IsMatch(own.Folded)
            || (of.Surroundings.Unit is { } unit && Percent.IsMatch(unit) && figure.Value <= 100);
        var counted =
            !percent
            && (
                row.Unit is { Length: > 0 }
                || of.Surroundings.Unit is not null
                || figure.Value > 100
                || of.Table.HeadCells[column].Any(h => CountUnit.IsMatch(h.Folded))
                || CountUnit.IsMatch(row.Label.Folded)
            );
        if (Fault(of.Table, row, column) is { } fault)
        {
            warnings.Add("table", $"{fault}: cần kiểm tra con số này thuộc cột nào.", cell.Span());
        }

        if (doubt is not null)
        {
            warnings.Add("year", $"{doubt}: cần kiểm tra năm của con số trong bảng.", cell.Span());
        }

        if (!whom.Found)
        {
            warnings.Add("subject", $"Không rõ con số này trong bảng (“{row.Label.Text}”) tính trên đối tượng nào.", cell.Span());
        }

        if (!percent && !counted && whom.Title is null)
        {
            warnings.Add("unit", "Bảng không ghi đơn vị của con số này: coi là tỷ lệ phần trăm, cần kiểm tra.", cell.Span());
        }

        _targets.Add(
            new PlanTarget
            {
                Year = year,
                Value = figure.Value,
                ValueTo = figure.ValueTo,
                Unit = counted ? "count" : "%",
                Comparator = figure.Comparator,
                Subject = whom.Subject,
                Title = whom.Title,
                TitleContext = whom.Context,
                Measure = Measure(of, row, column, whom),
                Scope = head.Scope(year, plan) is "achieved" ? "achieved" : row.Scope(of.AreParts) ?? head.Scope(year, plan),
                Span = cell.Span(),
                YearFrom = from,
            }
        );
    }

    /// <summary>What the column says, or the row; where the rows are places, what stands above the table.</summary>
    private static string Measure(Reading of, TableRow row, int column, WhomCounted whom)
    {
        var said = of.ByColumn || of.AreParts ? MeasureWords.OfCells(of.Table.HeadCells[column]) ?? whom.Title ?? of.Surroundings.Measure : MeasureWords.OfCells([row.Label]);
        return said ?? row.Label.Text;
    }

    /// <summary>Why it is not certain that the figure stands in this column, or null.</summary>
    private static string? Fault(SourceTable table, TableRow row, int column) =>
        Enumerable.Range(0, table.Width).All(c => table.Head(c).Length == 0) ? "Bảng không có đầu bảng"
        : !table.HeadsCover ? "Đầu bảng không phủ hết các cột"
        : row.Cells.Length != table.Width ? "Hàng này có số ô khác đầu bảng"
        : table.Loose.Contains(column) ? "Đầu cột không nằm đúng trên cột"
        : row.HasTwin ? "Hai hàng có tên giống nhau"
        : row.LostGroup ? "Hàng mở nhóm phía trên không có tên"
        : table.HasTwin(column) ? "Hai cột có đầu bảng giống nhau"
        : null;

    /// <summary>The axis that names whom, then the other, the group and the words above; a title that one of them says fits whom another names.</summary>
    private static WhomCounted Whom(Reading of, TableRow row, TableWords head)
    {
        var group = row.Group?.Whom ?? default;
        var own = of.ByColumn ? new[] { head.Whom, row.Words.Whom, group } : [row.Words.Whom, group, head.Whom];
        var whom = own.FirstOrDefault(w => w.Found);
        if (whom is { Title: null, Context: null })
        {
            var titled = own.Where(w => w.Title is not null).Cast<WhomCounted?>().FirstOrDefault() ?? of.Surroundings.Whom();
            whom =
                titled is not { } other ? whom
                : !whom.Found ? other
                : Titles.Of(whom.Subject) == other.Title ? whom with { Title = other.Title }
                : whom;
        }

        return whom;
    }

    private YearReading Year(Reading of, TableRow row, int column)
    {
        var head = of.Heads[column];
        var beside =
            row.Words.HasTime ? row.Words
            : row.Group is { HasTime: true } group ? group
            : null;
        if (head.HasTime)
        {
            var own = head.Year(YearSource.TableHead);
            var other = beside?.Year(YearSource.TableRow).Year;
            return own with { Doubt = own.Doubt ?? (other is not null && other != own.Year ? $"Cột ghi năm {own.Year}, hàng ghi năm {other}" : null) };
        }

        if (beside is not null)
        {
            return beside.Year(YearSource.TableRow);
        }

        var above = of.Surroundings.Year(plan);
        return of.Heads.Values.Any(h => h.HasTime) && above.Doubt is null ? above with { Doubt = "Các cột khác ghi năm, cột này không" } : above;
    }
}
