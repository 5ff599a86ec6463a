using System.Globalization;

namespace DenSach.Scoring;

/// <summary>The Vietnamese sentences of a sheet. Composed only when read: scoring itself builds no text.</summary>
internal static partial class Wording
{
    public static string State(LineRole role, LineState state, bool readsFacts = false) =>
        (role, state) switch
        {
            (_, LineState.NotApplicable) => "Không áp dụng",
            (_, LineState.NoEvidence) => "Không có minh chứng",
            (_, LineState.Unanswered) => readsFacts ? "Chưa có số liệu" : "Chưa trả lời",
            (LineRole.KnockOut, LineState.Met) => "Không có",
            (LineRole.KnockOut, _) => "Có, bị loại trừ",
            (LineRole.Deduction, LineState.Met) => "Không có",
            (LineRole.Deduction, _) => "Có, bị trừ điểm",
            (LineRole.Bonus, LineState.NotMet) => "Không có",
            (_, LineState.Met) => "Đạt",
            (_, LineState.Partly) => "Đạt một phần",
            _ => "Chưa đạt",
        };

    public static string Source(FactSource source) =>
        (
            source.Origin switch
            {
                FactOrigin.Registry => "sổ đăng ký",
                FactOrigin.Imported => source.Note is null ? "nhập từ tệp" : $"nhập từ tệp {source.Note}",
                _ => source.Note is null ? "nhập tay" : $"nhập tay: {source.Note}",
            }
        ) + (source.AsAt is { } day ? $", số liệu ngày {Day(day)}" : "");

    public static string Value(FactDefinition fact, FactValue value)
    {
        if (value.IsMissing)
            return "chưa có số liệu";
        return fact.Kind switch
        {
            FactKind.Level => value.Ordinal == 0 ? "chưa đạt mức nào" : Step(fact, value.Ordinal),
            FactKind.Title when value.Since is not { } since => "chưa có danh hiệu",
            FactKind.Title => (fact.Scale.Count == 0 ? "có" : Step(fact, value.Ordinal)) + $", từ ngày {Day(value.Since!.Value)}",
            _ => Counted(value.Number, fact.Unit),
        };
    }

    public static IReadOnlyList<string> Names(Rule rule) =>
        rule switch
        {
            Threshold threshold => [threshold.Fact],
            Ratio ratio => [ratio.Of, ratio.In],
            LevelReached level => [level.Fact],
            Change change => [change.Now, change.Before],
            TitleHeld held => [held.Fact],
            _ => [],
        };

    public static string Line(ScoredLine scored)
    {
        var line = scored.Line;
        var points = line.Role switch
        {
            LineRole.Scored when scored.State != LineState.NotApplicable => $", {scored.Points}/{line.Points} điểm",
            LineRole.Bonus or LineRole.Deduction when scored.Points != Points.Zero => $", {(scored.Points > Points.Zero ? "+" : "")}{scored.Points} điểm",
            _ => "",
        };
        var missing = scored.Missing is { } text ? $"; {text}" : "";
        var clause = line.Clause is null ? "" : $" ({line.Clause})";
        return $"Chỉ tiêu {line.Id}: {scored.StateText.ToLower(CultureInfo.InvariantCulture)}{points}{missing}{clause}.";
    }

    public static string Sheet(ScoreSheet sheet)
    {
        var level = sheet.Set.Levels.FirstOrDefault(known => known.Id == sheet.Subject.Level) is { } asked ? $" {asked.Title}" : "";
        var head = sheet.Outcome switch
        {
            Outcome.Met => $"Đạt{level}",
            Outcome.NotMet => $"Chưa đạt{level}",
            _ => $"Chưa đủ thông tin để kết luận{level}",
        };
        var body = sheet.Set.Combination is SumOfPoints sum
            ? $": {sheet.Total}/{sum.Max} điểm, mức đạt từ {sum.PassAt} điểm"
                + (sheet.ShortBy > Points.Zero ? $", còn thiếu {sheet.ShortBy} điểm" : "")
                + (sheet.Band is { } band ? $", xếp loại {band.Title}" : "")
            : $": {sheet.Lines.Count(line => line.State == LineState.Met)}/{sheet.Lines.Count(line => line.State != LineState.NotApplicable)} chỉ tiêu áp dụng đạt";
        return head + body + "." + (HowTotal(sheet) is { } how ? " " + how : "") + Blocks(sheet);
    }

    /// <summary>How the total came about where it is not simply the points of the lines added up.</summary>
    public static string? HowTotal(ScoreSheet sheet)
    {
        if (sheet.Set.Combination is not SumOfPoints sum)
            return null;
        var scored = sheet.Lines.Where(line => line.Line.Role == LineRole.Scored).ToList();
        var apart = scored.Where(line => line.State == LineState.NotApplicable).ToList();
        if (apart.Count == 0)
            return null;
        var names = string.Join(", ", apart.Select(line => line.Line.Id));
        var left = scored.Except(apart).ToList();
        if (left.Count == 0)
            return "Không chỉ tiêu tính điểm nào áp dụng.";
        return sum.WhenNotApplicable switch
        {
            NotApplicablePoints.Full => $"Chỉ tiêu không áp dụng ({names}) được tính đủ {Total(apart, line => line.Line.Points)} điểm.",
            NotApplicablePoints.Rescale =>
                $"Không tính chỉ tiêu không áp dụng ({names}); các chỉ tiêu còn lại được {Total(left, line => line.Points)}/{Total(left, line => line.Line.Points)} điểm, quy đổi về thang {sum.Max}.",
            _ => $"Chỉ tiêu không áp dụng ({names}) không có điểm.",
        };
    }

    private static Points Total(IEnumerable<ScoredLine> lines, Func<ScoredLine, Points> points) => lines.Aggregate(Points.Zero, (sum, line) => sum + points(line));

    private static string Blocks(ScoreSheet sheet)
    {
        var parts = sheet.Blocking.GroupBy(line => line.Blocks).Select(group => $"{Reason(group.Key)}: {string.Join(", ", group.Select(line => line.Line.Id))}");
        var text = string.Join("; ", parts);
        return text.Length == 0 ? "" : $" {char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static string Reason(BlockReason reason) =>
        reason switch
        {
            BlockReason.KnockOut => "bị loại trừ vì chỉ tiêu",
            BlockReason.Required => "chỉ tiêu bắt buộc chưa đạt",
            BlockReason.BelowLowest => "dưới điểm thấp nhất cho phép",
            BlockReason.Open => "chưa trả lời hoặc chưa có số liệu",
            _ => "mất điểm ở chỉ tiêu",
        };

    private static string Step(FactDefinition fact, int ordinal) => ordinal >= 1 && ordinal <= fact.Scale.Count ? fact.Scale[ordinal - 1].Title : $"bậc {ordinal}";

    private static string Counted(Quantity number, string? unit) => unit is null ? number.ToString() : $"{number} {unit}";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
