using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Modules.Rounds.OpenRound;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DenSach.Benchmarks;

/// <summary>A self column to hand in: whose, in whose session, and the body as it is posted.</summary>
public sealed record HandIn(Guid AssessmentId, string Cookie, byte[] Body);

/// <summary>
/// Families that wait for their self column, each handed in once: in many registers as in a province, each register with a hamlet head of its own who is
/// signed in. Their sessions are sealed here, for hashing a password is no part of a submit.
/// </summary>
public sealed class Crowd
{
    public const int Registers = 400;
    private const int FirstRegister = 900_001;

    private readonly Queue<HandIn> waiting;

    private Crowd(int year, IEnumerable<HandIn> waiting) => (Year, this.waiting) = (year, new(waiting));

    /// <summary>The year of its round: last year, for the other benchmarks hold one of this year in the same commune.</summary>
    public int Year { get; }

    public int Left => waiting.Count;

    public IReadOnlyList<HandIn> Take(int count) =>
        waiting.Count < count
            ? throw new InvalidOperationException($"Only {waiting.Count} families are left, {count} are asked for.")
            : [.. Enumerable.Range(0, count).Select(_ => waiting.Dequeue())];

    public static async Task<Crowd> SettleAsync(Store store, int families)
    {
        var officer = new Actor(Guid.CreateVersion7(), "Đo tốc độ", [GrantOf(Guid.Empty, Role.CommuneAssociationOfficer, KnownAreas.BinhLu)]);
        var year = store.Services.GetRequiredService<Clock>().Today.Year - 1;
        var round = await RoundAsync(store, officer, year);
        var cookies = await HeadsAsync(store);
        // One of each register in turn, so that the load spreads as it would.
        var assessments = Enumerable.Range(0, families).Select(n => RowId.New(FirstRegister + (n % Registers))).ToArray();
        await FillAsync(store, round, assessments, year);
        return new Crowd(year, assessments.Select((id, n) => new HandIn(id, cookies[n % Registers], Body(id))));
    }

    private static int HamletOf(int i) => KnownAreas.BinhLuHamlets[i % KnownAreas.BinhLuHamlets.Count];

    private static byte[] Body(Guid id) =>
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new
                {
                    commandId = Guid.CreateVersion7(),
                    basedOn = 1,
                    answers = SampleSheet.Answers,
                    facts = SampleSheet.Facts,
                    handIn = true,
                    deviceTime = DateTime.UnixEpoch,
                }
            )
        );

    private static Grant GrantOf(Guid account, Role role, int area) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            Role = role,
            Scope = ScopeKind.Area,
            AreaId = area,
            From = new DateOnly(2020, 1, 1),
        };

    private static async Task<Guid> RoundAsync(Store store, Actor officer, int year)
    {
        var set = await store.InsideAsync(services => services.GetRequiredService<AppDb>().Set<PublishedSet>().SingleAsync(s => s.Id == SampleSheet.SetId));
        var command = new OpenRound.Command
        {
            CommandId = Guid.CreateVersion7(),
            AreaId = KnownAreas.BinhLu,
            Title = "Gia đình học tập",
            Year = year,
            SetId = set.Id,
            SetVersion = set.Version,
            FactsAsAt = new DateOnly(year, 12, 31),
            Windows = [.. Enum.GetValues<RoundStep>().Select(step => new OpenRound.Window(step, new DateOnly(2020, 1, 1), new DateOnly(2099, 12, 31)))],
        };
        var opened = await store.InsideAsync(services => services.GetRequiredService<OpenRound>().Handle(command, CancellationToken.None), officer);
        return opened.Problem is { } problem ? throw new InvalidOperationException(problem.Sentence) : opened.Value.RoundId;
    }

    private static async Task<IReadOnlyList<string>> HeadsAsync(Store store)
    {
        var since = store.Services.GetRequiredService<Clock>().Now;
        var seal = store.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookie.Scheme);
        var heads = Enumerable.Range(0, Registers).Select(i => Account.New($"do-toc-do-{i}", $"Trưởng bản {i} (đo tốc độ)")).ToList();
        await store.InsideAsync(services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(heads);
            db.AddRange(heads.Select((head, i) => GrantOf(head.Id, Role.HamletHead, HamletOf(i))));
            return db.SaveChangesAsync();
        });
        return
        [
            .. heads.Select(head =>
            {
                // As SignInCookie writes them.
                Claim[] claims =
                [
                    new(ClaimTypes.NameIdentifier, head.Id.ToString()),
                    new("stamp", head.SecurityStamp!),
                    new("session", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))),
                    new("since", since.Ticks.ToString(CultureInfo.InvariantCulture)),
                ];
                var identity = new ClaimsIdentity(claims, SignInCookie.Scheme);
                var times = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(8) };
                return $"{seal.Cookie.Name}={seal.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), times, SignInCookie.Scheme))}";
            }),
        ];
    }

    /// <summary>Two adults and two children in each household, its assessment and the step of its registration; written past the application, for there are many.</summary>
    private static async Task FillAsync(Store store, Guid round, Guid[] assessments, int year)
    {
        await using var source = DataSetup.PostgresSource(store.Postgres!);
        var registers = assessments.Select(id => RowId.RegisterOf(id)!.Value).ToArray();
        var households = registers.Select(RowId.New).ToArray();
        await FillAsync(
            "household (register_id, id, area_id, number, head_name, search_key, sort_key, resident_from, invented, version)",
            $"f.register_id, f.id, {Hamlet}, f.n::text, 'Lò Văn ' || f.n, 'lo van ' || f.n, f.n || ' lo van', '2020-01-01', true, 1",
            households
        );
        foreach (var (name, born, sex, relation, school) in Members(year))
        {
            await FillAsync(
                "person (register_id, id, household_id, area_id, full_name, search_key, birth_year, sex, relation_to_head, joined_on, attending, finished, grade, school_year, version)",
                $"f.register_id, f.id, f.household_id, {Hamlet}, '{name} ' || f.n, '{name.ToLowerInvariant()} ' || f.n, {born}, '{sex}', '{relation}', '2020-01-01', {school}, 1",
                registers.Select(RowId.New)
            );
        }
        await FillAsync(
            "assessment (register_id, id, area_id, household_id, round_register_id, round_id, year, set_id, set_version, set_hash, status, self, hamlet, appraisal, version)",
            $"f.register_id, f.id, {Hamlet}, f.household_id, r.register_id, r.id, r.year, r.set_id, r.set_version, r.set_hash, 'Registered', '', '', '', 1",
            assessments
        );
        await FillAsync(
            "assessment_step (register_id, id, assessment_id, action, before, after, at, account_id, account_name, role)",
            "f.register_id, f.id, f.assessment_id, 'register', 'None', 'Registered', now(), gen_random_uuid(), 'Lương Thị Hoa', 'CommuneAssociationOfficer'",
            registers.Select(RowId.New)
        );
        await using var analyze = source.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync();

        async Task FillAsync(string into, string columns, IEnumerable<Guid> ids)
        {
            await using var fill = source.CreateCommand(
                $"INSERT INTO {into} SELECT {columns} FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS f (register_id, id, household_id, assessment_id, n), round r WHERE r.id = $5"
            );
            foreach (var value in new object[] { registers, ids.ToArray(), households, assessments, round })
            {
                fill.Parameters.Add(new NpgsqlParameter { Value = value });
            }
            await fill.ExecuteNonQueryAsync();
        }
    }

    private static string Hamlet => $"{KnownAreas.BinhLuHamlets[0]} + (f.register_id - {FirstRegister}) % {KnownAreas.BinhLuHamlets.Count}";

    private static (string Name, int Born, Sex Sex, Relation Relation, string School)[] Members(int year) =>
        [
            ("Lò Văn", 1980, Sex.Male, Relation.Head, "NULL, 'LowerSecondary', NULL, NULL"),
            ("Vàng Thị Mẩy", 1983, Sex.Female, Relation.Spouse, "NULL, 'LowerSecondary', NULL, NULL"),
            ("Lò Thị Hoa", 2014, Sex.Female, Relation.Child, $"'LowerSecondary', 'Primary', 7, {year}"),
            ("Lò Văn Nam", 2017, Sex.Male, Relation.Child, $"'Primary', 'None', 4, {year}"),
        ];
}
