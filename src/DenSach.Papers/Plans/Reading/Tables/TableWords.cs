namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>What the words of one head or label say about the figures beside them: whom, when, and where or whose.</summary>
internal sealed class TableWords
{
    private static readonly Pattern Government = Pattern.Of(@"\b(chinh phu|trung uong|toan quoc|ca nuoc|qd-ttg)\b");
    private static readonly Pattern Province = Pattern.Of(@"\b(cua|do|muc tieu|chi tieu|ke hoach) (ubnd )?tinh\b|^tinh\b");
    private static readonly Pattern Done = Pattern.Of(@"\b(da dat|dat duoc|hien trang|thuc hien|thuc trang|ket qua|uoc dat)\b");
    private static readonly Pattern ToBeDone = Pattern.Of(@"\b(ke hoach|kh|muc tieu|chi tieu|phan dau|lo trinh|giao)\b");
    private static readonly Pattern Whole = Pattern.Of(@"^(tong( cong| so)?|cong|toan (xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|dia ban)( .*)?|binh quan.*|chung)$");
    private static readonly Pattern Plain = Pattern.Of(
        @"\b(den|het|vao|cuoi|trong|nam|giai doan|ke hoach|kh|muc tieu|chi tieu|phan dau|thuc hien|lo trinh|ty le|ti le|the|cu|va|dat|duoc|giao|moc|(19|20)\d{2}|gdht|dhht|cdht|dvht|(gia dinh|dong ho|cong dong|don vi|cong dan) hoc tap)\b|[^a-z0-9]"
    );

    private static readonly Pattern TitleOfPart = Pattern.Of($"\\b{Titles.Form}\"? ?(\\(|% ?|- |: |trong |la |o |doi voi |cua |thuoc )+((khoi|cac|so|nhom) )*");

    private readonly IReadOnlyList<MappedText> _cells;

    private TableWords(IEnumerable<MappedText> cells)
    {
        _cells = [.. cells.Where(c => c.Length > 0)];
        Whom = _cells.Where(c => !IsPlace(c)).Select(WhomOf).FirstOrDefault(w => w is { Found: true, Title: not null });
        Whom = Whom.Found ? Whom : _cells.Where(c => !IsPlace(c)).Select(c => TargetWords.Whom(c)).FirstOrDefault(w => w.Found);
        HasTime = _cells.Any(c => Years.Written(c).Count > 0 || Years.Ranges(c).Any());
    }

    /// <summary>Whom they count; not found where they name a place or nobody.</summary>
    public WhomCounted Whom { get; }

    /// <summary>Whether they name a year or a phase.</summary>
    public bool HasTime { get; }

    public static TableWords OfColumn(SourceTable table, int column) => new(table.HeadCells[column]);

    public static TableWords Of(IEnumerable<MappedText> cells) => new(cells);

    /// <summary>The one year they name; a doubt where it is the end of a phase, or where they name several.</summary>
    public YearReading Year(YearSource kind)
    {
        var years = _cells.SelectMany(c => Years.Written(c).Select(m => new StatedYear(m.Year, new(kind, Years.Words(c, m))))).DistinctBy(y => y.Year).ToList();
        var phases = _cells.SelectMany(c => Years.Ranges(c).Select(r => (r.Range, Span: Years.Words(c, r.Start, r.End)))).DistinctBy(r => r.Range).ToList();
        return (years, phases) switch
        {
            ([var year], []) => new(year.Year, null, year.From),
            ([], [var (phase, span)]) => new(phase.To, $"Bảng ghi giai đoạn {phase.From}-{phase.To}, lấy năm cuối", new(kind, span)),
            ([], []) => new(null, "Không thấy năm"),
            _ => new(null, kind == YearSource.TableHead ? "Đầu bảng ghi nhiều năm" : "Hàng ghi nhiều năm"),
        };
    }

    /// <summary>Whose figure it is by the head of its column: "achieved", "government", "province", the words of the head, or null where they say no more than year and whom.</summary>
    public string? Scope(int? year, PlanYears plan)
    {
        var head = string.Join(' ', _cells.Select(c => c.Folded));
        var done = Done.IsMatch(head) && !_cells.Any(c => ToBeDone.IsMatch(c.Folded)) && (year is null || year <= (plan.Issued ?? year) || plan.IsPast(year.Value));
        return done || (year is { } y && plan.IsPast(y)) ? "achieved"
            : Government.IsMatch(head) ? "government"
            : Province.IsMatch(head) || _cells.Any(c => Province.IsMatch(c.Folded)) ? "province"
            : Own();
    }

    /// <summary>The nearest words that say more than a year and whom: a place, a part.</summary>
    public string? Own() => _cells.LastOrDefault(c => Rest(c.Folded).Length > 1)?.Text;

    /// <summary>A place, or one of several cells that names neither whom nor when.</summary>
    public string? Part() =>
        _cells.LastOrDefault(c => IsPlace(c) || (_cells.Count > 1 && !TargetWords.Whom(c).Found && Years.Written(c).Count == 0 && !Years.Ranges(c).Any()))?.Text;

    /// <summary>"Công dân học tập trong cán bộ, công chức", "Đơn vị học tập (doanh nghiệp)": the title, and a part of those who can hold it.</summary>
    private static WhomCounted WhomOf(MappedText cell)
    {
        var whom = TargetWords.Whom(cell);
        if (TitleOfPart.Match(cell.Folded) is not { Success: true } titled || Measures.OneTitle(cell) is not { } named)
        {
            return whom;
        }

        var part = TargetWords.Whom(cell.Slice(titled.Index + titled.Length));
        return part is { Found: true, Title: null, Context: null } && Titles.Of(part.Subject) == named.Title ? part with { Title = named.Title }
            : whom.Found ? whom
            : named;
    }

    private static bool IsPlace(MappedText cell) =>
        Whole.IsMatch(cell.Folded) || (ClausePlaces.Named.IsMatch(cell.Text) && TargetWords.Whom(cell) is { Title: null, Context: null });

    private static string Rest(string head)
    {
        var rest = head;
        for (var match = Plain.Match(rest); match.Success; match = Plain.Match(rest))
        {
            rest = rest.Remove(match.Index, match.Length);
        }

        return rest;
    }
}
