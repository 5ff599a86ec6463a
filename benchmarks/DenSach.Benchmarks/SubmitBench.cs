using System.Data.Common;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Register;
using DenSach.Modules.Assessments.SelfAssess;
using DenSach.Modules.Criteria;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Modules.Rounds.OpenRound;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Benchmarks;

/// <summary>
/// Writing the self column of a family: the whole command (idempotency, reads, scoring, version, audit chain, commit) against the same reads and writes
/// sent as bare prepared statements without any checking. One client, then eight on different families.
/// </summary>
public static class SubmitBench
{
    private const int Writes = 200;

    public static async Task RunAsync(Store store)
    {
        var actor = new Actor(Guid.CreateVersion7(), "Đo tốc độ", [Grant(Role.HamletHead), Grant(Role.CommuneAssociationOfficer)]);
        var families = await PrepareAsync(store, actor);
        foreach (var clients in new[] { 1, 8 })
        {
            await Pair.RunAsync(
                $"{store.Name}: {Writes} self columns written, {clients} client(s)",
                5,
                () => Task.WhenAll(families.Take(clients).Select(family => OursAsync(store, actor, family, Writes / clients))),
                () => Task.WhenAll(families.Take(clients).Select(family => BareAsync(store, family, Writes / clients)))
            );
        }
    }

    private static Grant Grant(Role role) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = Guid.Empty,
            Role = role,
            Scope = ScopeKind.Area,
            AreaId = KnownAreas.BinhLu,
            From = new DateOnly(2020, 1, 1),
        };

    private static async Task<IReadOnlyList<Guid>> PrepareAsync(Store store, Actor actor)
    {
        var today = new DateOnly(2020, 1, 1);
        var last = new DateOnly(2099, 12, 31);
        var set = await store.InsideAsync(services => services.GetRequiredService<AppDb>().Set<PublishedSet>().SingleAsync(s => s.Id == SampleSheet.SetId));
        var round = await store.InsideAsync(
            services =>
                services
                    .GetRequiredService<OpenRound>()
                    .Handle(
                        new OpenRound.Command
                        {
                            CommandId = Guid.CreateVersion7(),
                            AreaId = KnownAreas.BinhLu,
                            Title = "Gia đình học tập",
                            Year = services.GetRequiredService<Clock>().Today.Year,
                            SetId = set.Id,
                            SetVersion = set.Version,
                            FactsAsAt = services.GetRequiredService<Clock>().Today,
                            Windows = [.. Enum.GetValues<RoundStep>().Select(step => new OpenRound.Window(step, today, last))],
                        },
                        CancellationToken.None
                    ),
            actor
        );
        var hamlet = KnownAreas.BinhLuHamlets[0];
        var households = await store.InsideAsync(services =>
            services
                .GetRequiredService<AppDb>()
                .Set<Household>()
                .Where(h => h.AreaId == hamlet && h.ResidentTo == null)
                .OrderBy(h => h.Number)
                .Select(h => h.Id)
                .Take(8)
                .ToListAsync()
        );
        var registered = await store.InsideAsync(
            services =>
                services
                    .GetRequiredService<RegisterHouseholds>()
                    .Handle(
                        new RegisterHouseholds.Command
                        {
                            CommandId = Guid.CreateVersion7(),
                            RoundId = round.Value.RoundId,
                            HouseholdIds = households,
                        },
                        CancellationToken.None
                    ),
            actor
        );
        return registered.Value.AssessmentIds;
    }

    private static async Task OursAsync(Store store, Actor actor, Guid family, int times)
    {
        var version = await store.InsideAsync(services =>
            services.GetRequiredService<AppDb>().Set<Assessment>().Where(a => a.RegisterId == RowId.RegisterOf(family) && a.Id == family).Select(a => a.Version).SingleAsync()
        );
        for (var i = 0; i < times; i++)
        {
            var answers = new Dictionary<string, string?>(SampleSheet.Answers) { ["4.1"] = i % 2 == 0 ? "hang-tuan" : "hang-ngay" };
            var result = await store.InsideAsync(
                services =>
                    services
                        .GetRequiredService<SelfAssess>()
                        .Handle(
                            new SelfAssess.Command
                            {
                                CommandId = Guid.CreateVersion7(),
                                AssessmentId = family,
                                BasedOn = version,
                                Answers = answers,
                                Facts = SampleSheet.Facts,
                                HandIn = false,
                            },
                            CancellationToken.None
                        ),
                actor
            );
            // Writing the same twice changes nothing, so each time differs from the last and the version rises.
            version = result.Ok ? await VersionAsync(store, family) : throw new InvalidOperationException(result.Problem!.Sentence);
        }
    }

    private static Task<int> VersionAsync(Store store, Guid family) =>
        store.InsideAsync(services =>
            services.GetRequiredService<AppDb>().Set<Assessment>().Where(a => a.RegisterId == RowId.RegisterOf(family) && a.Id == family).Select(a => a.Version).SingleAsync()
        );

    private static Task BareAsync(Store store, Guid family, int times) =>
        store.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.Database.OpenConnectionAsync();
            var register = RowId.RegisterOf(family)!.Value;
            for (var i = 0; i < times; i++)
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var connection = db.Database.GetDbConnection();
                await ReadAsync(connection, transaction, "SELECT * FROM command_record WHERE register_id = @r AND id = @i", register, Id(store, Guid.CreateVersion7()));
                await ReadAsync(connection, transaction, "SELECT * FROM assessment WHERE register_id = @r AND id = @i", register, Id(store, family));
                await ReadAsync(
                    connection,
                    transaction,
                    "SELECT h.* FROM household h JOIN assessment a ON a.register_id = h.register_id AND a.household_id = h.id WHERE a.register_id = @r AND a.id = @i",
                    register,
                    Id(store, family)
                );
                await ReadAsync(connection, transaction, "SELECT * FROM assessment_step WHERE register_id = @r AND assessment_id = @i", register, Id(store, family));
                await ReadAsync(connection, transaction, "SELECT * FROM evidence_file WHERE register_id = @r AND assessment_id = @i", register, Id(store, family));
                await ReadAsync(
                    connection,
                    transaction,
                    "SELECT d.* FROM round d JOIN assessment a ON a.round_register_id = d.register_id AND a.round_id = d.id WHERE a.register_id = @r AND a.id = @i",
                    register,
                    Id(store, family)
                );
                await ReadAsync(
                    connection,
                    transaction,
                    "SELECT p.* FROM person p JOIN assessment a ON a.register_id = p.register_id AND a.household_id = p.household_id WHERE a.register_id = @r AND a.id = @i",
                    register,
                    Id(store, family)
                );
                await ReadAsync(
                    connection,
                    transaction,
                    "SELECT b.* FROM absence b JOIN assessment a ON a.register_id = b.register_id AND a.household_id = b.household_id WHERE a.register_id = @r AND a.id = @i",
                    register,
                    Id(store, family)
                );
                await ReadAsync(connection, transaction, "SELECT version FROM assessment WHERE register_id = @r AND id = @i", register, Id(store, family));
                await ReadAsync(
                    connection,
                    transaction,
                    $"UPDATE assessment SET self = '{{\"answers\":{{\"4.1\":\"x{i % 2}\"}},\"facts\":{{}},\"points\":7900,\"outcome\":\"NotMet\"}}', version = version + 1 WHERE register_id = @r AND id = @i",
                    register,
                    Id(store, family)
                );
                var record = CommandRecord.Of(
                    register,
                    new SelfAssess.Command
                    {
                        CommandId = Guid.CreateVersion7(),
                        AssessmentId = family,
                        BasedOn = 1,
                        Answers = SampleSheet.Answers,
                        Facts = SampleSheet.Facts,
                        HandIn = false,
                    },
                    Guid.Empty,
                    DateTime.UnixEpoch,
                    "{}"
                );
                db.Add(record);
                await db.SaveChangesAsync();
                await AuditTrail.AppendAsync(
                    db,
                    [
                        new AuditRow
                        {
                            RegisterId = register,
                            At = DateTime.UnixEpoch,
                            AccountId = Guid.Empty,
                            Action = "bench",
                            Subjects = "",
                            Outcome = "",
                            ContentHash = record.ContentHash,
                        },
                    ],
                    CancellationToken.None
                );
                await transaction.CommitAsync();
                db.ChangeTracker.Clear();
            }
            return true;
        });

    private static object Id(Store store, Guid id) => store.IsPostgres ? id : id.ToByteArray(bigEndian: true);

    private static async Task ReadAsync(DbConnection connection, IDbContextTransaction transaction, string sql, int register, object id)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in new (string, object)[] { ("r", register), ("i", id) })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
    }
}
