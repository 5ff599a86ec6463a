using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Registry;
using DenSach.Modules.Registry.Erase;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Tallies;
using DenSach.Tests.Accounts;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Registry;

public abstract class ErasingAPerson(TestApp app)
{
    private static readonly string[] RegistryCounts = [RegistryMeasures.Households, RegistryMeasures.Adults];

    internal static readonly Actor Administrator = new(
        new Guid("00000000-0000-8000-8000-0000000000ad"),
        "Quản trị",
        [
            new Grant
            {
                Id = new Guid("00000000-0000-8000-8000-0000000000ae"),
                AccountId = new Guid("00000000-0000-8000-8000-0000000000ad"),
                Role = Role.Administrator,
                Scope = ScopeKind.Area,
                AreaId = KnownAreas.LaiChau,
                From = new DateOnly(2025, 1, 1),
            },
        ]
    );

    private Task<Person> SomebodyAsync(int hamlet, Relation relation) =>
        app.QueryAsync(db =>
            db.Set<Person>().Where(p => p.AreaId == hamlet && p.RelationToHead == relation && p.BirthDate != null && p.ErasedOn == null).OrderBy(p => p.Id).FirstAsync()
        );

    private Task<Result<Erased>> EraseAsync(Guid person, string? reason, Actor? actor = null, Guid? command = null) =>
        app.InsideAsync(
            services => services.GetRequiredService<PersonErasure>().Run(new ErasePerson(person, reason) { CommandId = command ?? Guid.CreateVersion7() }, default),
            actor ?? Administrator
        );

    private Task<Person> AgainAsync(Person person) => app.QueryAsync(db => db.Set<Person>().SingleAsync(p => p.RegisterId == person.RegisterId && p.Id == person.Id));

    [Fact]
    public async Task Takes_the_name_and_the_day_of_birth_and_leaves_the_chain_whole()
    {
        var person = await SomebodyAsync(KnownAreas.BinhLuHamlets[6], Relation.Head);
        var erased = await EraseAsync(person.Id, "Theo đơn của gia đình");

        erased.Ok.ShouldBeTrue();
        var after = await AgainAsync(person);
        after.FullName.ShouldBe("(đã xóa theo yêu cầu)");
        after.SearchKey.ShouldBeEmpty();
        after.BirthDate.ShouldBeNull();
        after.Occupation.ShouldBeNull();
        after.BirthYear.ShouldBe(person.BirthYear);
        var household = await app.QueryAsync(db => db.Set<Household>().SingleAsync(h => h.RegisterId == person.RegisterId && h.Id == person.HouseholdId));
        household.HeadName.ShouldBe("(đã xóa theo yêu cầu)");
        household.SearchKey.ShouldBeEmpty();
        await ChainIsWholeAsync(person.RegisterId);
        await SumsAreRightAsync();
    }

    [Fact]
    public async Task Moves_an_eighteenth_birthday_to_the_first_of_January_in_the_sums_too()
    {
        var child = await app.QueryAsync(db =>
            db.Set<Person>().Where(p => p.AreaId == KnownAreas.BinhLuHamlets[7] && p.BirthYear > 2010 && p.BirthDate != null && p.ErasedOn == null).OrderBy(p => p.Id).FirstAsync()
        );
        (await EraseAsync(child.Id, "Theo đơn của bố mẹ")).Ok.ShouldBeTrue();
        (await AgainAsync(child)).Born.Turns(18).ShouldBe(new DateOnly(child.BirthYear + 18, 1, 1));
        await SumsAreRightAsync();
    }

    [Fact]
    public async Task Takes_the_account_and_the_name_under_what_was_done_for_the_own_family_but_not_under_what_was_done_in_office()
    {
        var account = await app.QueryAsync(db => db.Set<Account>().SingleAsync(a => a.UserName == DemoAccounts.Citizen));
        var register = RowId.RegisterOf(account.PersonId!.Value)!.Value;
        var (own, office) = await app.InsideAsync(services => PlantStepsAsync(services.GetRequiredService<AppDb>(), register, account));

        (await EraseAsync(account.PersonId.Value, "Theo đơn")).Ok.ShouldBeTrue();

        var names = await app.QueryAsync(db => db.Set<AssessmentStep>().Where(s => s.Id == own || s.Id == office).ToDictionaryAsync(s => s.Id, s => s.AccountName));
        names[own].ShouldBe(Person.ErasedName);
        names[office].ShouldBe(account.DisplayName);
        (await app.QueryAsync(db => db.Set<Account>().SingleAsync(a => a.Id == account.Id))).DisplayName.ShouldNotContain(account.DisplayName);
    }

    [Fact]
    public async Task Takes_the_account_its_rights_its_slips_and_every_command_that_named_its_holder()
    {
        var person = await SomebodyAsync(KnownAreas.BinhLuHamlets[9], Relation.Head);
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?hoGiaDinh={person.HouseholdId}"))
            .Form("Tạo và in phiếu")
            .Set("DisplayName", person.FullName)
            .Set("Holder.Chosen", $"{person.HouseholdId} {person.Id}");
        (await form.SubmitAsync()).Find(".slip").ShouldNotBeNull();
        var account = await app.QueryAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.PersonId == person.Id));
        var reset = await (await officer.GetAsync($"/tai-khoan/{account.Id}")).Form("Cấp lại và in phiếu").SubmitAsync();

        using var administrator = await app.WithCardAsync("quan-tri");
        var page = await administrator.GetAsync($"/nguoi/{person.Id}/xoa");
        page.Text.ShouldContain("Tài khoản đã ghi là của người này đóng hẳn");
        (await page.Form("Xóa hẳn").Set("Reason", "Theo đơn").SubmitAsync()).Text.ShouldContain("đã được xóa theo yêu cầu");

        var grants = await app.QueryAsync(db => db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == account.Id).ToListAsync());
        grants.ShouldNotBeEmpty();
        grants.ShouldAllBe(g => !g.HoldsOn(new DateOnly(2026, 12, 1)));
        var kept = await app.QueryAsync(db => db.Set<CommandRecord>().Select(c => c.Content + " " + c.Outcome).ToListAsync());
        kept.ShouldNotContain(text => text.Contains(person.FullName) || text.Contains(account.UserName!));
        using var holder = app.Browser();
        (await holder.SlipAsync(reset.SlipCode())).Text.ShouldContain("không còn dùng được");

        (await form.SubmitAsync()).Text.ShouldContain("đã xóa theo yêu cầu của người liên quan");
        var after = await officer.GetAsync($"/tai-khoan/{account.Id}");
        after.Text.ShouldContain("đã đóng hẳn");
        after.FindAll("main button").ShouldBeEmpty();
        var token = (await officer.GetAsync("/toi")).Form("Đăng xuất khỏi mọi máy")["__RequestVerificationToken"]!;
        foreach (var handler in new[] { "Reset", "Lock" })
        {
            KeyValuePair<string, string>[] fields = [new("__RequestVerificationToken", token), new("CommandId", $"{Guid.CreateVersion7()}"), new("locked", "false")];
            var refused = await officer.PostAsync($"/tai-khoan/{account.Id}?handler={handler}", new FormUrlEncodedContent(fields));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, handler);
            refused.Text.ShouldContain("đã đóng hẳn");
        }
        (await app.CommandLineAsync("accounts", "code", $"xoa-{account.Id:N}")).Code.ShouldBe(1);
        (await app.QueryAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == account.Id))).LockedAt.ShouldNotBeNull();
    }

    private static async Task<(Guid Own, Guid Office)> PlantStepsAsync(AppDb db, int register, Account account)
    {
        var household = await db.Set<Household>().SingleAsync(h => h.RegisterId == register && h.Id == account.HouseholdId);
        var assessment = new Assessment
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = household.AreaId,
            HouseholdId = household.Id,
            RoundRegisterId = register,
            RoundId = RowId.New(register),
            Year = 2026,
            SetId = "mau",
            SetVersion = "1",
            SetHash = "-",
        };
        AssessmentStep Step(Role role) =>
            new()
            {
                RegisterId = register,
                Id = RowId.New(register),
                AssessmentId = assessment.Id,
                Action = "submit_self",
                Before = AssessmentStatus.Registered,
                After = AssessmentStatus.Registered,
                At = new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc),
                AccountId = account.Id,
                AccountName = account.DisplayName,
                Role = role,
            };
        var (own, office) = (Step(Role.Citizen), Step(Role.HamletHead));
        db.AddRange(assessment, own, office);
        await db.SaveChangesAsync();
        return (own.Id, office.Id);
    }

    [Fact]
    public async Task Done_twice_with_one_id_is_done_once_and_with_another_is_refused()
    {
        var person = await SomebodyAsync(KnownAreas.BinhLuHamlets[8], Relation.Spouse);
        var command = Guid.CreateVersion7();
        var first = await EraseAsync(person.Id, "Theo đơn", command: command);
        (await EraseAsync(person.Id, "Theo đơn", command: command)).Value.ShouldBe(first.Value);
        (await EraseAsync(person.Id, "Theo đơn")).Problem!.Code.ShouldBe("already_erased");
        (await EraseAsync(person.Id, "Lý do khác", command: command)).Problem!.Code.ShouldBe("command_reused");
    }

    [Fact]
    public async Task Needs_a_reason_and_the_right_in_that_very_place()
    {
        var person = await SomebodyAsync(KnownAreas.NongCongHamlets[0], Relation.Head);
        (await EraseAsync(person.Id, "  ")).Problem!.Code.ShouldBe("reason_missing");
        (await EraseAsync(person.Id, "Theo đơn")).Problem!.Kind.ShouldBe(ProblemKind.NotFound, "Lai Châu's administrator in Thanh Hóa");
        (await EraseAsync(Guid.CreateVersion7(), "Theo đơn")).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await AgainAsync(person)).FullName.ShouldBe(person.FullName);
    }

    private async Task ChainIsWholeAsync(int register)
    {
        var rows = await app.QueryAsync(db => db.Set<AuditRow>().AsNoTracking().Where(a => a.RegisterId == register).OrderBy(a => a.Seq).ToListAsync());
        var link = AuditRow.Beginning;
        foreach (var row in rows)
        {
            link = AuditRow.Link(link, row.Seq, row.Digest());
            row.Hash.ShouldBe(link);
        }
        rows.Count.ShouldBeGreaterThan(1);
    }

    private async Task SumsAreRightAsync()
    {
        var (stored, counted) = await app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var changes = new TallyChanges();
            foreach (var facts in services.GetServices<ICountFacts>())
            {
                await facts.CountAsync(db, changes, CancellationToken.None);
            }
            var rows = await db.Set<Tally>().AsNoTracking().Where(t => RegistryCounts.Contains(t.Measure) && t.Value != 0).ToListAsync();
            return (rows, changes.Rows.Where(r => RegistryCounts.Contains(r.Measure)).ToList());
        });
        counted.Select(Told).Order().ShouldBe(stored.Select(Told).Order());

        static string Told(Tally row) => $"{row.RegisterId} {row.AreaId} {row.Measure} {row.Date:O} {row.Value}";
    }
}

public sealed class ErasingOnSqlite(SqliteApp app) : ErasingAPerson(app), IClassFixture<SqliteApp>;

public sealed class ErasingOnPostgres(PostgresApp app) : ErasingAPerson(app), IClassFixture<PostgresApp>;
