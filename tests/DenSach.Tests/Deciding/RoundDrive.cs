using System.Runtime.CompilerServices;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Assessments.Object;
using DenSach.Modules.Assessments.Post;
using DenSach.Modules.Assessments.Register;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Assessments.SelfAssess;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>
/// Brings a round of Bình Lư to where a test begins, by the use cases themselves and in the right roles. Each drive has families and a year of its own.
/// </summary>
public sealed partial class RoundDrive
{
    public const string Head = "truong-ban";
    public const string Officer = "hoi-khuyen-hoc";
    public const string Appraiser = "tham-dinh";
    public const string Leader = "lanh-dao-xa";
    public const string Clerk = "van-thu";

    private static int number = 9000;

    /// <summary>A commune has one round of a title a year; years are given out per database, so that they last for all tests.</summary>
    private static readonly ConditionalWeakTable<TestApp, StrongBox<int>> Years = [];

    private readonly TestApp app;

    private readonly int held;

    private RoundDrive(TestApp app, Guid roundId, int held) => (this.app, RoundId, this.held) = (app, roundId, held);

    public Guid RoundId { get; }

    /// <summary>The hamlet whose head is <see cref="Head"/>.</summary>
    public static int Hamlet => KnownAreas.BinhLuHamlets[0];

    /// <summary>92 points by the sample: everything but a place to study, so that no file is asked.</summary>
    public static Dictionary<string, string?> GoodAnswers =>
        new()
        {
            ["1.2"] = "tat-ca",
            ["2.2"] = "tat-ca",
            ["2.3"] = "tim-kiem+dich-vu-cong+thanh-toan+hoc-truc-tuyen+an-toan",
            ["3.1"] = "chua-co",
            ["3.2"] = "dien-thoai+may-tinh+internet",
            ["4.1"] = "hang-ngay",
            ["4.2"] = "thuong-xuyen",
            ["5.1"] = "no",
            ["5.2"] = "no",
        };

    /// <summary>79 points where 80 pass: 13 fewer than the good ones.</summary>
    public static Dictionary<string, string?> OneShort =>
        new(GoodAnswers)
        {
            ["4.1"] = "thinh-thoang",
            ["4.2"] = "vai-buoi",
            ["3.2"] = "dien-thoai+internet",
        };

    public static Dictionary<string, string?> Facts => new() { ["adults_titled"] = "2", ["books"] = "25" };

    /// <param name="app">The application.</param>
    /// <param name="ofYear">The year of the title; one that stands alone if none is given, so that no test ends the titles of another.</param>
    /// <param name="held">The year in which the steps are done, each on its day of November.</param>
    /// <param name="set">The criteria set.</param>
    public static async Task<RoundDrive> OpenAsync(TestApp app, int? ofYear = null, int held = 2026, string set = "mau-gia-dinh-2026")
    {
        app.Time.MoveTo(TestApp.Start.AddYears(held - 2026));
        var round = await app.PlantRoundAsync(
            ofYear ?? Interlocked.Add(ref Years.GetValue(app, _ => new StrongBox<int>(2040)).Value, 2),
            step => (new DateOnly(held, 11, 1), new DateOnly(held, 12, step == RoundStep.Decision ? 31 : 20)),
            new DateOnly(held, 11, 21),
            set
        );
        return new RoundDrive(app, round, held);
    }

    public Task<Result<TOut>> As<TCase, TOut>(string card, Func<TCase, CancellationToken, Task<Result<TOut>>> what)
        where TCase : notnull => DoAsync(app, card, what);

    private static async Task<Result<TOut>> DoAsync<TCase, TOut>(TestApp app, string card, Func<TCase, CancellationToken, Task<Result<TOut>>> what)
        where TCase : notnull => await app.InsideAsync(services => what(services.GetRequiredService<TCase>(), CancellationToken.None), await ActorAsync(app, card));

    public static Task<Actor> ActorAsync(TestApp app, string card) =>
        app.QueryAsync(async db =>
        {
            var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.UserName == card);
            var grants = await db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == account.Id).ToListAsync();
            return new Actor(account.Id, account.DisplayName, grants, account.HouseholdId, account.PersonId);
        });

    /// <summary>A family of two adults and a child at school, new in the hamlet.</summary>
    public async Task<Household> FamilyAsync(int? hamlet = null, int headBorn = 1980)
    {
        var area = hamlet ?? Hamlet;
        var register = app.Services.GetRequiredService<AreaTree>()[area].HomeRegisterId!.Value;
        var no = Interlocked.Increment(ref number);
        var since = new DateOnly(2020, 1, 1);
        var household = new Household
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = area,
            Number = $"{no}",
            HeadName = $"Lò Văn Thử {no}",
            ResidentFrom = since,
        };
        return await app.QueryAsync(async db =>
        {
            db.Add(household);
            var minor = headBorn > 2008;
            db.Add(
                household.Add(
                    household.HeadName,
                    Birth.In(headBorn),
                    Sex.Male,
                    Relation.Head,
                    since,
                    minor ? Schooling.InGrade(11, held) : new Schooling(SchoolLevel.UpperSecondary)
                )
            );
            db.Add(household.Add("Lò Thị Lớn", Birth.In(1984), Sex.Female, minor ? Relation.Sibling : Relation.Spouse, since, new Schooling(SchoolLevel.UpperSecondary)));
            if (minor)
            {
                db.Add(household.Add("Lò Văn Già", Birth.In(1950), Sex.Male, Relation.Grandparent, since, Schooling.None));
            }
            db.Add(household.Add("Lò Thị Con", Birth.In(2014), Sex.Female, Relation.Child, since, Schooling.InGrade(6, held)));
            await db.SaveChangesAsync();
            return household;
        });
    }

    /// <summary>Registered, answered on its behalf and proposed by its hamlet.</summary>
    public async Task<Guid> ProposedAsync(Household household, Dictionary<string, string?>? answers = null, string? photo = null)
    {
        var id = await RegisterAsync(household);
        if (photo is not null)
        {
            await ShowAsync(id, "3.1", photo);
        }
        await ProposeAsync(id, answers);
        return id;
    }

    /// <summary>Self-assessment on the family's behalf and the hamlet's meeting.</summary>
    public async Task ProposeAsync(Guid id, Dictionary<string, string?>? answers = null)
    {
        await HandInAsync(id, answers);
        (await MeetAsync(Head, [new HoldReviewMeeting.Line(id, await VersionAsync(id), true)])).Must();
    }

    public Task ShowAsync(Guid id, string line, string photo) =>
        app.QueryAsync(async db =>
        {
            var register = RowId.RegisterOf(id)!.Value;
            db.Add(
                new EvidenceFile
                {
                    RegisterId = register,
                    Id = RowId.New(register),
                    AssessmentId = id,
                    LineId = line,
                    Sha256 = photo,
                    MediaType = "image/jpeg",
                    Size = 1,
                    AddedBy = Actor.System.AccountId,
                    AddedAt = TestApp.Start.UtcDateTime,
                }
            );
            return await db.SaveChangesAsync();
        });

    public Task<int> VersionAsync(Guid id) => AssessmentAsync(id, a => a.Version);

    public Task<AssessmentStatus> StatusAsync(Guid id) => AssessmentAsync(id, a => a.Status);

    private Task<T> AssessmentAsync<T>(Guid id, Func<Assessment, T> what) =>
        app.QueryAsync(async db => what(await db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.RegisterId == RowId.RegisterOf(id) && a.Id == id)));

    public async Task<Result<Appraise.Appraised>> AppraiseAsync(string card, AppraisalVerdict verdict, Guid[] ids, string? reason = null, string? exception = null)
    {
        var lines = new List<Appraise.Line>();
        foreach (var id in ids)
        {
            lines.Add(new Appraise.Line(id, await VersionAsync(id)));
        }
        var command = new Appraise.Command
        {
            CommandId = Guid.CreateVersion7(),
            Verdict = verdict,
            Lines = lines,
            Reason = reason,
            ExceptionReason = exception,
        };
        return await As<Appraise, Appraise.Appraised>(card, (appraise, cancellation) => appraise.Handle(command, cancellation));
    }

    public async Task<OpenPosting.Posted> PostAsync() =>
        (
            await As<OpenPosting, OpenPosting.Posted>(
                Officer,
                (open, cancellation) =>
                    open.Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            RoundId = RoundId,
                            LastDay = new DateOnly(held, 11, 27),
                            PostedAt = "Nhà văn hóa bản",
                        },
                        cancellation
                    )
            )
        ).Must();

    public async Task<Guid> ObjectAsync(Guid assessment, string card = Officer) => (
            await As<RaiseObjection, RaiseObjection.Raised>(
                card,
                (raise, cancellation) =>
                    raise.Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            AssessmentId = assessment,
                            Text = "Cháu thứ hai đã bỏ học.",
                        },
                        cancellation
                    )
            )
        ).Must().ObjectionId;

    /// <summary>Families proposed, passed, posted, and the posting over.</summary>
    public async Task<Guid[]> PostedAndOverAsync(int families)
    {
        var households = new List<Household>();
        for (var i = 0; i < families; i++)
        {
            households.Add(await FamilyAsync());
        }
        return await PostedAndOverAsync([.. households]);
    }

    public async Task<Guid[]> PostedAndOverAsync(params Household[] families)
    {
        var ids = new List<Guid>();
        foreach (var family in families)
        {
            ids.Add(await ProposedAsync(family));
        }
        (await AppraiseAsync(Appraiser, AppraisalVerdict.Pass, [.. ids])).Must();
        await PostAsync();
        app.Time.MoveTo(new DateTimeOffset(held, 11, 28, 8, 0, 0, TimeSpan.FromHours(7)));
        return [.. ids];
    }

    /// <summary>A signed-in browser of a demo account.</summary>
    public async Task<Session> SignInAsync(string card)
    {
        var session = app.Anonymous();
        var page = await session.GetAsync("/dang-nhap");
        await page.Form(DemoAccounts.Find(card)!.Name).SubmitAsync();
        return session;
    }
}

internal static class Musts
{
    /// <summary>The value; a refusal fails the test with its sentence.</summary>
    public static T Must<T>(this Result<T> result) => result.Ok ? result.Value : throw new InvalidOperationException($"{result.Problem!.Code}: {result.Problem.Sentence}");
}
