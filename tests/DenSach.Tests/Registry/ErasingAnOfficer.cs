using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Coordination;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Registry.Erase;
using DenSach.Modules.Tasks;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Registry;

/// <summary>
/// Decision 5 for somebody who held an office: what was said in it keeps its name, as the paper would; what is of the person goes. The audit never held the name.
/// </summary>
public abstract class ErasingAnOfficer(TestApp app)
{
    private const string Name = "Vàng A Sáng (dùng thử)";
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    [Fact]
    public async Task What_was_said_in_office_keeps_its_name_and_what_is_of_the_person_goes()
    {
        var plan = await app.PlantAsync(Hamlet, p => p.Add(new TaskContent { Lead = "Trưởng bản", What = "việc thử xóa tên" }));
        using var head = await app.SignInAsync("truong-ban");
        await (await head.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Đã họp bản về tủ sách").SubmitAsync();
        var raised = await (await head.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên").Set("Title", "Thử xóa tên").Set("Text", "Đề nghị cấp sách").SubmitAsync();
        var difficulty = Guid.Parse(raised.Path.Split('/')[2]);
        var feed = (await (await head.GetAsync("/lich/dang-ky")).Form("Tạo đường dẫn").SubmitAsync()).Find("#address")!.TextContent;
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var committee = await (await officer.GetAsync("/ban-chi-dao")).Form("Lập ban chỉ đạo").Set("Name", "Ban chỉ đạo thử xóa tên").Set("From", "2026-03-15").SubmitAsync();
        await (await officer.GetAsync(committee.Path)).Form("Thêm thành viên").Set("Name", Name).Set("Position", "Ủy viên").SubmitAsync();
        var (person, account) = await HolderAsync();
        (await head.Http.GetAsync(feed)).EnsureSuccessStatusCode();

        (
            await app.InsideAsync(
                s => s.GetRequiredService<PersonErasure>().Run(new ErasePerson(person, "Theo đơn") { CommandId = Guid.CreateVersion7() }, default),
                ErasingAPerson.Administrator
            )
        ).Ok.ShouldBeTrue();

        var note = await app.QueryAsync(db => db.Set<TaskNote>().SingleAsync(n => n.PlanId == plan.Id));
        (note.ByName, note.By, note.Text).ShouldBe((Name, account, "Đã họp bản về tủ sách"));
        var step = await app.QueryAsync(db => db.Set<DifficultyStep>().SingleAsync(s => s.DifficultyId == difficulty));
        (step.ByName, step.By).ShouldBe((Name, account));
        step.ByOffice.ShouldStartWith("Trưởng thôn, bản");
        (await app.QueryAsync(db => db.Set<CommitteeMember>().Where(m => m.Name == Name).CountAsync())).ShouldBe(1, "appointed by a decision");
        (await officer.GetAsync(raised.Path)).Text.ShouldContain(Name);

        (await app.QueryAsync(db => db.Set<Person>().SingleAsync(p => p.Id == person))).FullName.ShouldBe(Person.ErasedName);
        (await app.QueryAsync(db => db.Set<Account>().SingleAsync(a => a.Id == account))).DisplayName.ShouldNotContain(Name);
        using var stranger = app.Anonymous();
        (await stranger.Http.GetAsync(feed)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, "the address read by an account that is closed");
        await CommandsAsync(plan.Id, difficulty, account);
        await AuditAsync(plan.RegisterId);
    }

    /// <summary>Commands given in the office keep their content; none of them names the person or the account by id, so that none had to go.</summary>
    private async Task CommandsAsync(Guid plan, Guid difficulty, Guid account)
    {
        var records = await app.QueryAsync(db => db.Set<CommandRecord>().AsNoTracking().Where(r => r.AccountId == account).ToListAsync());
        records.Single(r => r.Name.Contains("ReportProgress") && r.Content!.Contains(plan.ToString())).Content!.ShouldContain("Đã họp bản về tủ sách");
        records.Single(r => r.Name.Contains("RaiseDifficulty") && r.Outcome.Contains(difficulty.ToString())).Content!.ShouldContain("Đề nghị cấp sách");
        var appointed = await app.QueryAsync(db => db.Set<CommandRecord>().AsNoTracking().Where(r => r.Name.Contains("ChangeMembers")).ToListAsync());
        appointed.ShouldContain(r => r.Content != null && r.Content.Contains(Name));
        records.Where(r => r.Content is not null).ShouldAllBe(r => !r.Content!.Contains(Name), "the name stands in the account, not in what is asked");
    }

    private async Task AuditAsync(int register)
    {
        var rows = await app.QueryAsync(db => db.Set<AuditRow>().AsNoTracking().Where(a => a.RegisterId == register).OrderBy(a => a.Seq).ToListAsync());
        rows.ShouldContain(r => r.Action == "tasks.report");
        rows.ShouldAllBe(r => !$"{r.Action} {r.Subjects} {r.Outcome}".Contains(Name));
        var link = AuditRow.Beginning;
        foreach (var row in rows)
        {
            link = AuditRow.Link(link, row.Seq, row.Digest());
            row.Hash.ShouldBe(link);
        }
    }

    /// <summary>The account of the hamlet head, told to be of a person of the hamlet.</summary>
    private Task<(Guid Person, Guid Account)> HolderAsync() =>
        app.QueryAsync(async db =>
        {
            var person = await db.Set<Person>().Where(p => p.AreaId == Hamlet && p.BirthDate != null && p.ErasedOn == null).OrderBy(p => p.Id).FirstAsync();
            var account = await db.Set<Account>().SingleAsync(a => a.UserName == "truong-ban");
            account.LivesIn(person.HouseholdId, person.Id);
            await db.SaveChangesAsync();
            return (person.Id, account.Id);
        });
}

public sealed class ErasingAnOfficerOnSqlite(SqliteApp app) : ErasingAnOfficer(app), IClassFixture<SqliteApp>;

public sealed class ErasingAnOfficerOnPostgres(PostgresApp app) : ErasingAnOfficer(app), IClassFixture<PostgresApp>;
