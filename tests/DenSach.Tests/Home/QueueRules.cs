using DenSach.Modules.Home.Queue;
using DenSach.Platform.Hosting;
using Shouldly;

namespace DenSach.Tests.Home;

public sealed class QueueRules
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void What_is_late_comes_first_then_what_is_due_earlier_and_what_is_empty_not_at_all()
    {
        Waiting[] rows =
        [
            Row("calm, many", 1204),
            Row("soon, later", 9, Urgency.Soon, Day.AddDays(7)),
            Row("nothing", 0, Urgency.Late, Day),
            Row("late", 3, Urgency.Late, Day.AddDays(-4)),
            Row("soon, earlier", 2, Urgency.Soon, Day.AddDays(4)),
            Row("calm, dated", 1, Urgency.Calm, Day.AddDays(30)),
        ];
        QueuePage.InOrder(rows).Select(row => row.Title).ShouldBe(["late", "soon, earlier", "soon, later", "calm, dated", "calm, many"]);
    }

    private static Waiting Row(string title, int count, Urgency urgency = Urgency.Calm, DateOnly? due = null) => new(count, title, "", "", "/", due, urgency);
}
