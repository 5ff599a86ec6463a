using DenSach.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.View;

/// <summary>A word that was noted on a task, beside how the task stood when it was said.</summary>
/// <param name="State">How far it is, as told.</param>
/// <param name="Stood">How far it was before, or the part that is told of.</param>
/// <param name="IsPart">It tells of the own part in what several hold.</param>
/// <param name="Follows">By who follows the task and does not hold it.</param>
/// <param name="Asks">Whoever follows it is asked.</param>
/// <param name="Answers">A question waited for it.</param>
/// <param name="InSteadOf">In whose stead; null where it is the own word.</param>
/// <param name="For">Of what comes again: the time that was told done.</param>
public sealed record NotedWord(
    string Text,
    TaskState State,
    TaskState Stood,
    bool IsPart = false,
    bool Follows = false,
    bool Asks = false,
    bool Answers = false,
    string? InSteadOf = null,
    DateOnly? For = null
);

/// <summary>What the page says once a word on a task is noted: what it was, and whom it reaches.</summary>
public static class NotedWords
{
    /// <summary>Words that one tap sends.</summary>
    public const string Received = "Đã nhận việc.";
    public const string Read = "Đã xem trả lời.";

    public static string Of(NotedWord noted, IStringLocalizer words) =>
        noted switch
        {
            { InSteadOf: { } holder } => words["Đã ghi thay {0}: “{1}”.", holder, words[TaskWords.Of(noted.State)].Value],
            { Asks: true } => words["Đã gửi câu hỏi tới người giao việc."],
            { Answers: true } when noted.State == noted.Stood => words["Đã gửi trả lời cho người hỏi."],
            { Text: Received } when noted.State == noted.Stood => words["Đã ghi là đã nhận việc."],
            { Text: Read } when noted.State == noted.Stood => words["Đã ghi là đã xem trả lời."],
            { Follows: true } when noted.State == noted.Stood && noted.State != TaskState.Done => words["Đã ghi lời nhắn cho người giữ việc ở mục “Diễn biến”."],
            _ when noted.State == noted.Stood && noted.State != TaskState.Done => words["Đã ghi tiến độ."],
            { For: { } day } => words["Đã ghi: “{0}”, cho hạn {1}.", words[TaskWords.Of(noted.State, noted.IsPart)].Value, day.Shown()],
            _ => words["Đã ghi: “{0}”.", words[TaskWords.Of(noted.State, noted.IsPart)].Value],
        };
}
