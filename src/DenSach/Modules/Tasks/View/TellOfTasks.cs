using DenSach.Modules.Plans;
using DenSach.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.View;

/// <summary>Tells on the page of a plan how far its tasks are. What nobody began and is not late needs no word.</summary>
internal sealed class TellOfTasks(TasksInReach reach, IStringLocalizer<TasksModule> text) : ITellOfItems
{
    public async Task<IReadOnlyList<ItemWord>> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var cases = await reach.OfAsync([plan], heads: true, cancellation);
        return [.. cases.SelectMany(Words)];
    }

    private IEnumerable<ItemWord> Words(TaskCase found)
    {
        var item = PlanSheet.IdOf(found.Task);
        if (found is { IsOpen: true, IsLate: true })
        {
            yield return new ItemWord(item, text["Quá hạn"], "bad", found.Url);
        }
        if (found.State != TaskState.NotStarted)
        {
            yield return new ItemWord(
                item,
                text[TaskWords.Of(found.State, found.IsPart)],
                TaskWords.ToneOf(found.State),
                found.Url,
                found is { State: TaskState.Done, DoneOn: { } on } ? on.Shown() : null
            );
        }
    }
}
