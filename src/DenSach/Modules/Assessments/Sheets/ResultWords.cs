using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>The few words under a running total: passed, how many points are missing, which lines still wait or stand in the way.</summary>
public static class ResultWords
{
    public static string Of(ScoreSheet sheet)
    {
        var open = sheet.Lines.Count(line => line.State == LineState.Unanswered);
        var blocking = sheet.Blocking.Where(line => line.Blocks is BlockReason.KnockOut or BlockReason.Required or BlockReason.BelowLowest).Select(line => line.Line.Id).ToList();
        return sheet.Outcome switch
        {
            Outcome.Met => "đạt",
            _ when blocking.Count > 0 => $"chưa đạt vì mục {string.Join(", ", blocking)}",
            Outcome.NotMet => $"thiếu {sheet.ShortBy} điểm để đạt",
            _ => $"còn {open} mục chưa trả lời",
        };
    }

    /// <summary>One line in a few words: what it earns, and what is missing.</summary>
    public static string Of(ScoredLine line)
    {
        var points =
            line.State == LineState.NotApplicable ? ""
            : line.Line.Role == LineRole.Scored ? $" {line.Points}/{line.Line.Points} điểm"
            : line.Points == Points.Zero ? ""
            : $" {(line.Points > Points.Zero ? "+" : "")}{line.Points} điểm";
        return $"→ {line.StateText},{points}".TrimEnd(',') + (line.Missing is { } missing ? $"; {missing}." : ".");
    }
}
