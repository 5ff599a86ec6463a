namespace DenSach.Modules.Tasks;

/// <summary>What is asked and answered in the notes of a task: pure, over notes in any order.</summary>
public static class Talk
{
    /// <summary>Questions to which whoever follows the task has not said a word since, the first asked first.</summary>
    public static IReadOnlyList<TaskNote> Open(IEnumerable<TaskNote> notes)
    {
        var all = notes.ToList();
        return [.. all.Where(n => n.Asks && !all.Exists(a => Answers(a, n))).OrderBy(Order)];
    }

    /// <summary>The latest word on what somebody asked, unless he has said one since; null where he asked nothing or it waits.</summary>
    public static TaskNote? AnswerTo(Guid asker, IEnumerable<TaskNote> notes)
    {
        var all = notes.ToList();
        var asked = all.Where(n => n.Asks && n.By == asker).MaxBy(Order);
        return asked is null || all.Exists(n => n.By == asker && IsAfter(n, asked)) ? null : all.Where(a => Answers(a, asked)).MaxBy(Order);
    }

    /// <summary>A later word of who follows the task, on the whole. A colleague who holds it too answers nothing.</summary>
    private static bool Answers(TaskNote word, TaskNote question) => IsAfter(word, question) && word is { ByFollower: true, InSteadOf: null };

    private static bool IsAfter(TaskNote word, TaskNote before) => Order(word).CompareTo(Order(before)) > 0;

    /// <summary>As the page lists them.</summary>
    private static (DateTime At, Guid Id) Order(TaskNote note) => (note.At, note.Id);
}
