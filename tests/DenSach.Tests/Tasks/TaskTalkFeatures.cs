using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using static DenSach.Tests.Tasks.SharedTasks;

namespace DenSach.Tests.Tasks;

/// <summary>What is asked of a task that several hold reaches who follows it, and the answer reaches who asked; neither says how far anybody is.</summary>
public abstract class TaskTalkFeatures(TestApp app)
{
    private static async Task<PageView> AskAsync(Session who, Plan plan, string question) =>
        await (await who.GetAsync(PathOf(plan))).Form("Ghi tiến độ").Set("Asks", "true").Set("Text", question).SubmitAsync();

    [Fact]
    public async Task Two_who_asked_are_both_told_of_the_answer_until_they_say_that_they_read_it()
    {
        var plan = await app.TaskAsync("thu quỹ thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        foreach (var (who, question) in new[] { (first, "Có biên lai chưa?"), (second, "Hộ nghèo có thu không?") })
        {
            await (await who.GetAsync(PathOf(plan))).Form("Ghi tiến độ").Set("Asks", "true").Set("Text", question).SubmitAsync();
        }
        app.Time.Advance(TimeSpan.FromMinutes(2)); // a queue is remembered for a minute
        (await QueueAsync(officer)).ShouldContain("việc đã giao có người hỏi lại");
        var asked = await officer.GetAsync(PathOf(plan));
        asked.Find("section[aria-labelledby=questions]")!.TextContent.ShouldContain("Có biên lai chưa?");
        asked.Find("section[aria-labelledby=questions]")!.TextContent.ShouldContain("Hộ nghèo có thu không?");
        var answered = await asked.Form("Gửi trả lời").Set("Text", "Biên lai phát tuần này; hộ nghèo không thu.").SubmitAsync();
        answered.Find("section[aria-labelledby=questions]").ShouldBeNull();
        answered.Find(".notice.done")!.TextContent.Trim().ShouldBe("Đã gửi trả lời cho người hỏi.");
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Doing, "an answer says nothing of how far it is");
        app.Time.Advance(TimeSpan.FromMinutes(2));
        foreach (var who in new[] { first, second })
        {
            (await QueueAsync(who)).ShouldContain("1 câu hỏi về việc của mình đã có trả lời");
            var page = await who.GetAsync(PathOf(plan));
            page.Find("section[aria-labelledby=answered]")!.TextContent.ShouldContain("hộ nghèo không thu");
            (await page.Form("Đã xem trả lời").SubmitAsync()).Find(".notice.done")!.TextContent.Trim().ShouldBe("Đã ghi là đã xem trả lời.");
            (await QueueAsync(who)).ShouldNotContain("đã có trả lời");
        }
    }

    [Fact]
    public async Task A_word_of_who_only_follows_a_task_does_not_begin_it()
    {
        var plan = await app.TaskAsync("nhắc thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync(PathOf(plan))).Form("Ghi tiến độ")["State"].ShouldBe("Doing", "who tells for the first time how his part goes is at work");
        var form = (await officer.GetAsync(PathOf(plan))).Form("Ghi tiến độ");
        form["State"].ShouldBe("NotStarted");
        (await form.Set("Text", "Tuần này các bản nhớ bắt đầu.").SubmitAsync())
            .Find(".notice.done")!
            .TextContent.Trim()
            .ShouldBe("Đã ghi lời nhắn cho người giữ việc ở mục “Diễn biến”.");
        (await app.WholeAsync(plan)).ShouldBe(TaskState.NotStarted);
    }

    [Fact]
    public async Task Who_reads_an_answer_after_the_whole_was_closed_says_nothing_of_his_part()
    {
        foreach (var closed in new[] { "Done", "Stopped" })
        {
            var plan = await app.TaskAsync($"hỏi thử rồi khép lại {closed}");
            using var officer = await app.SignInAsync("hoi-khuyen-hoc");
            using var head = await app.SignInAsync("truong-ban");
            await AskAsync(head, plan, "Làm theo mẫu nào?");
            await TellAsync(officer, plan, closed, "Đã khép lại, khỏi làm.");
            var page = await head.GetAsync(PathOf(plan));
            (await page.Form("Đã xem trả lời").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK, closed);
            (await head.GetAsync(PathOf(plan))).Find("section[aria-labelledby=answered]").ShouldBeNull(closed);
            (await app.QueryAsync(db => db.Set<TaskShare>().Where(s => s.PlanId == plan.Id).Select(s => s.State).ToListAsync())).ShouldBe([TaskState.Doing], closed);
        }
    }

    [Fact]
    public async Task A_closed_task_takes_no_question_that_nobody_would_see()
    {
        var plan = await app.TaskAsync("khép lại rồi hỏi thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        var open = await head.GetAsync(PathOf(plan));
        await TellAsync(officer, plan, "Done", "Đã xong cả việc");
        var refused = await open.Form("Ghi tiến độ").Set("Asks", "true").Set("Text", "Còn làm không?").SubmitAsync();
        refused.Text.ShouldContain("câu hỏi không tới được người giao");
        refused.Text.ShouldContain("Còn làm không?", customMessage: "his words are kept");
        (await head.GetAsync(PathOf(plan))).Find("#Asks").ShouldBeNull();
    }

    [Fact]
    public async Task A_word_of_another_who_holds_it_too_answers_nothing()
    {
        var plan = await app.TaskAsync("hỏi thử giữa nhiều người");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        using var neighbour = await app.SignInAsync("truong-ban-2");
        await AskAsync(head, plan, "Ai cấp kinh phí?");
        await TellAsync(neighbour, plan, "Doing", "Đang làm");
        (await head.GetAsync(PathOf(plan))).Find("section[aria-labelledby=answered]").ShouldBeNull();
        (await officer.GetAsync(PathOf(plan))).Find("section[aria-labelledby=questions]")!.TextContent.ShouldContain("Ai cấp kinh phí?");
    }
}

public sealed class TaskTalkOnSqlite(SqliteApp app) : TaskTalkFeatures(app), IClassFixture<SqliteApp>;

public sealed class TaskTalkOnPostgres(PostgresApp app) : TaskTalkFeatures(app), IClassFixture<PostgresApp>;
