using System.Globalization;
using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Calendar;

/// <summary>What a due item is called, and the text people send on by Zalo. Data and papers stay Vietnamese.</summary>
public static class DueWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Of more agencies than fit a line the first are named.</summary>
    public const int LongestDoers = 160;

    public const string BeforeIt = "Đã qua trước khi xác nhận kế hoạch, không theo dõi ở đây";

    /// <summary>Keys of the resource file; a file for a spreadsheet has them as they are.</summary>
    public static string Of(DeadlineState state) =>
        state switch
        {
            DeadlineState.Done => "Đã xong",
            DeadlineState.NotNeeded => "Không cần nữa",
            _ => "Chưa xong",
        };

    public static string Of(DueKind kind) =>
        kind switch
        {
            DueKind.Review => "Sơ kết, tổng kết",
            DueKind.Beginning => "Bắt đầu",
            DueKind.Window => "Đợt đánh giá",
            DueKind.Regulation => "Rà soát quy chế",
            DueKind.Task => "Nhiệm vụ",
            _ => "Hạn",
        };

    /// <summary>How a deadline stands; of what is no deadline nothing is told here.</summary>
    public static string StateOf(DueItem item) =>
        item.IsLate ? "Quá hạn"
        : item.IsBeforeIt ? BeforeIt
        : item.Occurrence is not null ? Of(item.State)
        : "";

    /// <summary>Over the deadlines of a day, in the language of the page: "thứ Tư, 30/12", "Wednesday, 30 Dec".</summary>
    public static string Head(DateOnly day) => Language.Current == "vi" ? day.Weekday() : day.ToString("dddd, d MMM", InLanguage.Rules);

    /// <summary>Before its words where little stands, as on the sheet of a month.</summary>
    public static string Mark(DueItem item) =>
        item.IsLate ? "Quá hạn: "
        : item.State == DeadlineState.Done ? "✓ "
        : item.State == DeadlineState.NotNeeded ? "Không cần nữa: "
        : "";

    /// <summary>The number of the report or the reason, or the task with which it was done.</summary>
    public static string? NoteOf(DueItem item) =>
        item.ByTask is { } task ? $"Xong cùng nhiệm vụ của {task.Lead}"
        : item.IsSettled ? item.Settled!.Note
        : null;

    /// <summary>By whom, in which office, with the number or reason.</summary>
    public static string Told(SettledDeadline settled) => $"{settled.ByName}{(settled.ByOffice is { } office ? $", {office}" : "")}{(settled.Note is { } note ? $". {note}" : "")}";

    public static string Title(DueItem item) =>
        item.Kind switch
        {
            _ when item.IsLate => $"QUÁ HẠN: {PlanWords.Short(item.What, 120)}",
            _ when item.IsBeforeIt => $"Đã qua: {PlanWords.Short(item.What, 120)}",
            _ when item.IsSettled => $"{Of(item.State)}: {PlanWords.Short(item.What, 120)}",
            DueKind.Beginning => $"Bắt đầu: {PlanWords.Short(item.What, 120)}",
            DueKind.Regulation => PlanWords.Short(item.What, 120),
            DueKind.Window => $"Hết hạn {PlanWords.Short(item.What, 120)}",
            _ => $"Hạn: {PlanWords.Short(item.What, 120)}",
        };

    public static string Detail(DueItem item)
    {
        if (item.Kind == DueKind.Regulation)
        {
            return $"{item.Source}. {item.Area}.";
        }
        if (item.Kind == DueKind.Task)
        {
            return $"Nhiệm vụ {item.Said}. {item.Source} ({item.Area}).";
        }
        if (item.Kind == DueKind.Window)
        {
            return $"Thời gian: {item.Said}. {item.Area}.";
        }
        var words = new StringBuilder($"Kế hoạch ghi: {item.Said}.");
        words.Append(
            item.SentTo is { } to ? $" Gửi: {to}."
            : item.Kind is DueKind.Deadline or DueKind.Review ? " Kế hoạch không nêu nơi gửi."
            : ""
        );
        words.Append(item.Doers is { } doers ? $" Thực hiện: {doers}." : "");
        words.Append($" Theo {item.Source} ({WhoseOf(item)}).");
        return (item.SettledOn is { } on ? words.Append($" {Of(item.State)}, ghi ngày {on.Written()}.") : words).ToString();
    }

    /// <summary>Whose it is, with the small plans that took it over.</summary>
    private static string WhoseOf(DueItem item) => item.Small.Count > 0 ? $"{item.Area} và {item.Small.Count} kế hoạch nhỏ" : item.Area;

    /// <summary>What is due in a line, to whom it goes, and who has to see to it.</summary>
    public static string InOneLine(DueItem item)
    {
        var what = PlanWords.Short(item.What, DeadlineWords.Line);
        return $"{what}{(item.SentTo is { } to ? $" → {to}" : "")}{(DoersBeside(item, what) is { } doers ? $" · Thực hiện: {doers}" : "")}";
    }

    /// <summary>Who has to see to it, where the words beside do not say it already.</summary>
    public static string? DoersBeside(DueItem item, string words) =>
        item.Doers is { } doers && !words.Contains(doers, StringComparison.OrdinalIgnoreCase) ? PlanWords.Short(doers, LongestDoers) : null;

    /// <summary>A month's deadlines as a message: what, by when, to whom, by which plan.</summary>
    /// <param name="area">Whose calendar it is.</param>
    /// <param name="year">The year.</param>
    /// <param name="month">The month.</param>
    /// <param name="items">What is still to be done.</param>
    /// <param name="all">How many there are in the month.</param>
    public static string Message(string area, int year, int month, IReadOnlyList<DueItem> items, int all = 0) =>
        items.Count == 0
            ? $"Tháng {month}/{year}, {area} không {(all > 0 ? "còn" : "có")} hạn nào theo kế hoạch."
            : $"NHẮC HẠN THÁNG {month}/{year} – {area.ToUpper(Vietnamese)}\n{string.Concat(items.Select(item => Line(item, item.Day.Weekday())))}";

    /// <summary>One deadline as a message to whom it concerns.</summary>
    public static string Message(DueItem item) => $"NHẮC HẠN – {item.Area.ToUpper(Vietnamese)}\n{Line(item, $"{item.Day.Weekday()}/{item.Day.Year}")}";

    private static string Line(DueItem item, string day)
    {
        var what = PlanWords.Short(item.What, DeadlineWords.Line).TrimEnd('.', ';');
        string?[] parts = [what, DoersBeside(item, what) is { } doers ? $"Thực hiện: {doers}" : null, item.SentTo is { } to ? $"Gửi {to}" : null];
        var words = string.Join(' ', parts.OfType<string>().Select(part => part.EndsWith('…') ? part : $"{part}."));
        var when = $"{(item.Kind == DueKind.Beginning ? "Từ" : item.IsLate ? "Đã quá hạn" : "Chậm nhất")} {day}";
        return $"\n• {when}: {words} ({item.Source}: “{item.Said}”)";
    }
}
