using System.Data.Common;
using System.Text;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DenSach.Platform.Tallies;

/// <summary>
/// The differences one command makes, collected and written as one sorted upsert per grain in the command's own transaction:
/// sorted, so that two writers never wait for each other in a circle.
/// </summary>
public sealed class TallyChanges
{
    private readonly SortedDictionary<(int Register, int Area, string Measure, DateOnly Date), int> changes = new(Comparer<(int, int, string, DateOnly)>.Create(Compare));

    public void Add(int registerId, int areaId, string measure, DateOnly date, int difference)
    {
        var key = (registerId, areaId, measure, date);
        changes[key] = changes.GetValueOrDefault(key) + difference;
    }

    /// <summary>A subject counted from a day up to, not including, another.</summary>
    public void AddStock(int registerId, int areaId, string measure, DateOnly from, DateOnly? to, int sign = 1)
    {
        Add(registerId, areaId, measure, from, sign);
        if (to is { } end)
        {
            Add(registerId, areaId, measure, end, -sign);
        }
    }

    public IEnumerable<Tally> Rows =>
        changes
            .Where(c => c.Value != 0)
            .Select(c => new Tally
            {
                RegisterId = c.Key.Register,
                AreaId = c.Key.Area,
                Measure = c.Key.Measure,
                Date = c.Key.Date,
                Value = c.Value,
            });

    public void Clear() => changes.Clear();

    public async Task WriteAsync(AppDb db, CancellationToken cancellation)
    {
        var rows = Rows.ToList();
        foreach (var part in rows.Chunk(1000))
        {
            await UpsertAsync(
                db,
                "tally",
                ["register_id", "area_id", "measure", "date"],
                part.Select(t => (object[])[t.RegisterId, t.AreaId, t.Measure, t.Date, t.Value]),
                cancellation
            );
        }
        var byRegister = rows.GroupBy(t => (t.RegisterId, t.Measure, t.Date))
            .Select(g => (object[])[g.Key.RegisterId, g.Key.Measure, g.Key.Date, g.Sum(t => t.Value)])
            .OrderBy(r => (int)r[0])
            .ThenBy(r => (string)r[1], StringComparer.Ordinal)
            .ThenBy(r => (DateOnly)r[2]);
        foreach (var part in byRegister.Chunk(1000))
        {
            await UpsertAsync(db, "register_tally", ["register_id", "measure", "date"], part, cancellation);
        }
    }

    private static async Task UpsertAsync(AppDb db, string table, string[] key, IEnumerable<object[]> rows, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", key)}, value) VALUES ");
        var n = 0;
        foreach (var row in rows)
        {
            sql.Append(n == 0 ? "(" : ", (");
            for (var i = 0; i < row.Length; i++)
            {
                sql.Append(i == 0 ? "" : ", ").Append("@p").Append(n);
                AddParameter(command, $"p{n++}", row[i], db.IsPostgres);
            }
            sql.Append(')');
        }
        sql.Append($" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET value = {table}.value + excluded.value");
        command.CommandText = sql.ToString();
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void AddParameter(DbCommand command, string name, object value, bool postgres)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value is DateOnly date && !postgres ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : value;
        command.Parameters.Add(parameter);
    }

    private static int Compare((int Register, int Area, string Measure, DateOnly Date) a, (int Register, int Area, string Measure, DateOnly Date) b)
    {
        var order = a.Register.CompareTo(b.Register);
        order = order != 0 ? order : a.Area.CompareTo(b.Area);
        order = order != 0 ? order : string.CompareOrdinal(a.Measure, b.Measure);
        return order != 0 ? order : a.Date.CompareTo(b.Date);
    }
}

/// <summary>A module that owns measures recounts them from its facts, so that <c>densach tallies verify</c> can compare.</summary>
public interface ICountFacts
{
    IReadOnlyCollection<string> Measures { get; }
    Task CountAsync(AppDb db, TallyChanges into, CancellationToken cancellation);
}
