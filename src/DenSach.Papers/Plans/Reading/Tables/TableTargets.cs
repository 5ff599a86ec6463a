namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Targets and past results from tables. The year comes from the head of the column, else from the row, else from
/// the words above the table; whom a figure counts stands in the row or, where rows are places, in the head.
/// </summary>
internal sealed class TableTargets(WarningList warnings, PlanYears plan)
{
    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|so tt|t/t|#)?$");
    private static readonly Pattern Unit = Pattern.Of(@"\b(dvt|don vi tinh|don vi do)\b");
    private static readonly Pattern Aside = Pattern.Of(@"\b(ghi chu|so luong|tong so|thoi gian|co quan|san pham|kinh phi|nguon)\b");
    private static readonly Pattern Government = Pattern.Of(@"\b(chinh phu|trung uong|toan quoc|ca nuoc|qd-ttg)\b");
    private static readonly Pattern Province = Pattern.Of(@"\b(cua|do|muc tieu|chi tieu|ke hoach) (ubnd )?tinh\b|^tinh\b");
    private static readonly Pattern Done = Pattern.Of(@"\b(da dat|dat duoc|hien trang|thuc hien|thuc trang|ket qua|uoc dat)\b");
    private static readonly Pattern Plain = Pattern.Of(
        @"\b(den|het|vao|nam|giai doan|ke hoach|kh|muc tieu|chi tieu|phan dau|ty le|ti le|the|cu|va|dat|duoc|giao|(19|20)\d{2}|gdht|dhht|cdht|dvht|(gia dinh|dong ho|cong dong|don vi|cong dan) hoc tap)\b|[^a-z0-9]"
    );
    private static readonly Pattern Percent = Pattern.Of(@"%|\bty le\b|\bti le\b");

    private readonly List<PlanTarget> _targets = [];

    public IReadOnlyList<PlanTarget> Targets => _targets;

    public void Read(Block zone)
    {
        foreach (var block in zone.Descendants.Where(b => b.Table is not null))
        {
            ReadTable(block.Table!, block);
        }
    }

    private void ReadTable(SourceTable table, Block block)
    {
        foreach (var cell in table.Unplaced)
        {
            warnings.Add("table", "Con số này trong bảng chưa ghép được với cột và năm của nó.", cell.Span());
        }

        var values = Enumerable.Range(0, table.Width).Where(c => IsValueColumn(table, c)).ToList();
        if (values.Count == 0)
        {
            return;
        }

        var label = Enumerable.Range(0, values.Min()).Where(c => !IsIndex(table, c) && !Unit.IsMatch(table.Head(c))).Cast<int?>().FirstOrDefault() ?? 0;
        var unit = Enumerable.Range(0, table.Width).Where(c => Unit.IsMatch(table.Head(c))).Cast<int?>().FirstOrDefault();
        var byColumn = values.Count(c => Counted(table, c).Found) * 2 > values.Count;
        foreach (var row in table.Rows)
        {
            foreach (var column in values)
            {
                ReadCell(table, block, row, column, SourceTable.At(row, label), unit is { } u ? SourceTable.At(row, u) : null, byColumn);
            }
        }
    }

    private void ReadCell(SourceTable table, Block block, MappedText[] row, int column, MappedText label, MappedText? unit, bool byColumn)
    {
        var cell = SourceTable.At(row, column);
        if (CellFigure.Of(cell) is not { } figure)
        {
            if (cell.Text.Any(char.IsAsciiDigit))
            {
                warnings.Add("table", "Ô này trong bảng có con số chưa đọc được.", cell.Span());
            }

            return;
        }

        var whom = byColumn ? Counted(table, column) : TargetWords.Whom(label);
        // A row for each commune or hamlet: what is counted there stands in the head, or over the table.
        var isPlace = !byColumn && whom is { Title: null, Context: null } && (!whom.Found || ClauseWords.Place.IsMatch(label.Text));
        if (isPlace)
        {
            var over = ClauseWords.OneTitle(block.Before?.Content) ?? ClauseWords.OneTitle(block.Before?.Before?.Content) ?? ClauseWords.OneTitle(block.Parent?.Content);
            whom = Counted(table, column) is { Found: true, Title: not null } headed ? headed : over ?? whom;
        }

        var (year, doubt, from, _) = Year(table, column, label, block);
        var percent = figure.Percent || Percent.IsMatch(table.Head(column)) || Percent.IsMatch(label.Folded) || unit?.Text.Trim() == "%";
        var counted = !percent && (unit is { Length: > 0 } || figure.Value > 100);
        if (doubt is not null)
        {
            warnings.Add("year", $"{doubt}: cần kiểm tra năm của con số trong bảng.", cell.Span());
        }

        if (!whom.Found)
        {
            warnings.Add("subject", $"Không rõ con số này trong bảng (“{label.Text}”) tính trên đối tượng nào.", cell.Span());
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
                Measure = byColumn ? table.HeadCells[column].LastOrDefault()?.Text ?? label.Text : label.Text,
                Scope = byColumn || isPlace ? label.Text : Scope(table, column, year),
                Span = cell.Span(),
                YearFrom = from,
            }
        );
    }

    private YearReading Year(SourceTable table, int column, MappedText label, Block block)
    {
        foreach (var (cells, kind) in new[] { (table.HeadCells[column], YearSource.TableHead), ([label], YearSource.TableRow) })
        {
            var years = cells.SelectMany(c => Years.Written(c).Select(m => new StatedYear(m.Year, new(kind, Years.Words(c, m))))).DistinctBy(y => y.Year).ToList();
            var phases = cells.SelectMany(c => Years.Ranges(c).Select(r => (r.Range, Span: Years.Words(c, r.Start, r.End)))).DistinctBy(r => r.Range).ToList();
            if (years.Count == 1 && phases.Count == 0)
            {
                return new(years[0].Year, null, years[0].From);
            }

            if (years.Count == 0 && phases is [var (phase, span)])
            {
                return new(phase.To, $"Bảng ghi giai đoạn {phase.From}-{phase.To}, lấy năm cuối", new(kind, span));
            }

            if (years.Count + phases.Count > 1)
            {
                return new(null, "Đầu bảng ghi nhiều năm");
            }
        }

        var above =
            block.Before is { Content.Length: > 0 } caption && Years.OfHeading(caption.Content) is { } spoken
                ? YearContext.Above(caption, spoken, plan)
                : YearContext.Of(block, plan);
        return above.Stated is { } stated ? new(stated.Year, null, stated.From)
            : above.EndOfPhase is { } end && above.Phase is { } whole ? new(end.Year, $"Bảng không ghi năm, lấy năm cuối của giai đoạn {whole.From}-{whole.To}", end.From)
            : new(null, "Không thấy năm");
    }

    private string? Scope(SourceTable table, int column, int? year)
    {
        var head = table.Head(column);
        if (Done.IsMatch(head) || (year is { } y && plan.IsPast(y)) || (year < plan.Issued && Done.IsMatch(head)))
        {
            return "achieved";
        }

        if (Government.IsMatch(head))
        {
            return "government";
        }

        return Province.IsMatch(head) || table.HeadCells[column].Any(c => Province.IsMatch(c.Folded))
            ? "province"
            : table.HeadCells[column].LastOrDefault(c => Rest(c.Folded).Length > 1)?.Text;
    }

    private static string Rest(string head)
    {
        var rest = head;
        for (var match = Plain.Match(rest); match.Success; match = Plain.Match(rest))
        {
            rest = rest.Remove(match.Index, match.Length);
        }

        return rest;
    }

    private static WhomCounted Counted(SourceTable table, int column)
    {
        foreach (var cell in table.HeadCells[column])
        {
            if (TargetWords.Whom(cell) is { Found: true } whom)
            {
                return whom;
            }
        }

        return default;
    }

    private static bool IsValueColumn(SourceTable table, int column) =>
        !IsIndex(table, column)
        && !Aside.IsMatch(table.Head(column))
        && table.Rows.Count(r => CellFigure.Of(SourceTable.At(r, column)) is not null) * 2 >= Math.Max(1, table.Rows.Count(r => SourceTable.At(r, column).Length > 0));

    private static bool IsIndex(SourceTable table, int column) =>
        table.Head(column).Length > 0
            ? Index.IsMatch(table.Head(column))
            : column == 0 && table.Rows.All(r => SourceTable.At(r, 0).Length <= 4) && table.Rows.Any(r => SourceTable.At(r, 0).Text.Any(char.IsAsciiDigit)) && table.Width > 2;
}
