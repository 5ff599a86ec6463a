using System.Data.Common;
using DenSach.Modules.Criteria;
using DenSach.Scoring;
using Npgsql;

namespace DenSach.Benchmarks;

/// <summary>
/// 100,000 families: facts and answers in one table, points and outcome written to another. Baseline: one INSERT … SELECT with the rules of the
/// sample family set written by hand as CASE. Ours: one streaming read, the compiled form, COPY or a prepared insert. Both must write the same.
/// </summary>
public static class ScoringBench
{
    private const int Families = 100_000;
    private static readonly string[] Facts = ["adults", "adults_titled", "children", "children_at_school", "books"];
    private static readonly string[] Lines = ["1.2", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2"];

    public static Task RunAsync(Store store) => store.WithConnectionAsync(connection => RunAsync(store, connection));

    private static async Task<bool> RunAsync(Store store, DbConnection connection)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "content", "criteria", "mau-gia-dinh-2026.yaml"));
        var set = CriteriaYaml.Read(yaml).Set!;
        await ExecuteAsync(
            connection,
            "CREATE TEMP TABLE b_family (id integer PRIMARY KEY, adults integer, adults_titled integer, children integer, children_at_school integer, books integer, "
                + string.Join(", ", Lines.Select(l => $"{Column(l)} integer"))
                + ")"
        );
        await ExecuteAsync(connection, "CREATE TEMP TABLE b_score (id integer PRIMARY KEY, points integer, met boolean)");
        await FillAsync(connection);
        await Pair.RunAsync(
            $"{store.Name}: score and write 100,000 families",
            7,
            () => OursAsync(store, connection, set),
            () => ExecuteAsync(connection, "DELETE FROM b_score;" + BySql)
        );
        await SameAsync(connection, () => ExecuteAsync(connection, "DELETE FROM b_score;" + BySql), () => OursAsync(store, connection, set));
        return true;
    }

    // Answers are stored as small codes: choice position, or a bit mask of ticked items; yes is 1.
    private const string BySql = """
        INSERT INTO b_score
        SELECT id, p, (p >= 8000 AND l51 = 0 AND (children = 0 OR p11 >= 800) AND p21 >= 800) FROM (
          SELECT id, l51, children, p11, p21, CASE WHEN s > 10000 THEN 10000 ELSE s END AS p FROM (
            SELECT id, l51, children, p11, p21,
              CASE WHEN children = 0 THEN (rest * 10000) / 8500 ELSE rest + p11 END + CASE WHEN l52 = 1 THEN 300 ELSE 0 END AS s FROM (
              SELECT id, l51, l52, children,
                CASE WHEN children = 0 THEN 0 WHEN children_at_school = children THEN 1500 WHEN children_at_school * 100 >= children * 80 THEN 800 ELSE 0 END AS p11,
                CASE WHEN adults_titled * 100 >= adults * 80 THEN 2000 WHEN adults_titled * 100 >= adults * 60 THEN 1400 WHEN adults_titled * 100 >= adults * 40 THEN 800 ELSE 0 END AS p21,
                CASE WHEN adults_titled * 100 >= adults * 80 THEN 2000 WHEN adults_titled * 100 >= adults * 60 THEN 1400 WHEN adults_titled * 100 >= adults * 40 THEN 800 ELSE 0 END
                + CASE l12 WHEN 0 THEN 1000 WHEN 1 THEN 600 ELSE 0 END
                + CASE l22 WHEN 0 THEN 1000 WHEN 1 THEN 600 WHEN 2 THEN 300 ELSE 0 END
                + 100 * ((l23 & 1) + (l23 >> 1 & 1) + (l23 >> 2 & 1) + (l23 >> 3 & 1) + (l23 >> 4 & 1))
                + CASE l31 WHEN 0 THEN 800 WHEN 1 THEN 500 ELSE 0 END
                + 200 * ((l32 & 1) + (l32 >> 1 & 1) + (l32 >> 2 & 1))
                + CASE WHEN books >= 20 THEN 600 WHEN books >= 10 THEN 400 WHEN books >= 3 THEN 200 ELSE 0 END
                + CASE l41 WHEN 0 THEN 1000 WHEN 1 THEN 700 WHEN 2 THEN 300 ELSE 0 END
                + CASE l42 WHEN 0 THEN 1000 WHEN 1 THEN 600 ELSE 0 END AS rest
              FROM b_family) a) b) c
        """;

    private static async Task OursAsync(Store store, DbConnection connection, CriteriaSet set)
    {
        await ExecuteAsync(connection, "DELETE FROM b_score");
        var compiled = set.Compile();
        var form = compiled.For(new Subject { AsAt = new DateOnly(2026, 11, 30) });
        var facts = new FactValue[compiled.FactCount];
        var answers = new Answer[compiled.LineCount];
        var factAt = Facts.Select(compiled.FactIndex).ToArray();
        var lineAt = Lines.Select(compiled.LineIndex).ToArray();
        var rows = new List<(int Id, int Points, bool Met)>(Families);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT * FROM b_family";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < factAt.Length; i++)
                {
                    facts[factAt[i]] = FactValue.Count(reader.GetInt32(1 + i));
                }
                for (var i = 0; i < lineAt.Length; i++)
                {
                    answers[lineAt[i]] = ToAnswer(Lines[i], reader.GetInt32(1 + Facts.Length + i));
                }
                var score = form.Evaluate(facts, answers);
                rows.Add((reader.GetInt32(0), score.Total.Hundredths, score.Outcome == Outcome.Met));
            }
        }
        await WriteAsync(store, connection, rows);
    }

    private static Answer ToAnswer(string line, int code) =>
        line switch
        {
            "2.3" or "3.2" => Ticks(code),
            "5.1" or "5.2" => (code == 1 ? Answer.Yes : Answer.No).WithEvidence(),
            _ => Answer.Choose(code).WithEvidence(),
        };

    private static Answer Ticks(int mask)
    {
        Span<int> positions = stackalloc int[5];
        var n = 0;
        for (var i = 0; i < 5; i++)
        {
            if ((mask >> i & 1) == 1)
            {
                positions[n++] = i;
            }
        }
        return Answer.Tick(positions[..n]);
    }

    private static async Task WriteAsync(Store store, DbConnection connection, List<(int Id, int Points, bool Met)> rows)
    {
        if (store.IsPostgres)
        {
            await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync("COPY b_score FROM STDIN (FORMAT binary)");
            foreach (var (id, points, met) in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(id);
                await copy.WriteAsync(points);
                await copy.WriteAsync(met);
            }
            await copy.CompleteAsync();
            return;
        }
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO b_score VALUES (@i, @p, @m)";
        var parameters = new[] { "i", "p", "m" }
            .Select(name =>
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = name;
                insert.Parameters.Add(parameter);
                return parameter;
            })
            .ToArray();
        foreach (var (id, points, met) in rows)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value) = (id, points, met);
            insert.ExecuteNonQuery();
        }
        await transaction.CommitAsync();
    }

    private static async Task FillAsync(DbConnection connection)
    {
        var random = new Random(20261121);
        foreach (var part in Enumerable.Range(1, Families).Chunk(1000))
        {
            await ExecuteAsync(connection, "INSERT INTO b_family VALUES " + string.Join(", ", part.Select(id => Row(id, random))));
        }
    }

    private static string Row(int id, Random random)
    {
        var adults = random.Next(1, 6);
        var children = random.Next(0, 4);
        // Families without children answer "not applicable" in the application; here 1.2 then gives nothing on either side.
        return $"({id},{adults},{random.Next(0, adults + 1)},{children},{random.Next(0, children + 1)},{random.Next(0, 40)},{random.Next(0, 3)},{random.Next(0, 4)},{random.Next(0, 32)},{random.Next(0, 3)},{random.Next(0, 8)},{random.Next(0, 4)},{random.Next(0, 3)},{random.Next(0, 50) / 49},{random.Next(0, 10) / 9})";
    }

    private static async Task SameAsync(DbConnection connection, Func<Task> one, Func<Task> other)
    {
        await one();
        await ExecuteAsync(connection, "CREATE TEMP TABLE b_one AS SELECT * FROM b_score");
        await other();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM b_one JOIN b_score USING (id) WHERE b_one.points <> b_score.points OR b_one.met <> b_score.met";
        var different = Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Console.WriteLine(different == 0 ? "  both wrote the same 100,000 results" : $"  {different} RESULTS DIFFER: this comparison is not fair");
        Environment.ExitCode = different == 0 ? Environment.ExitCode : 1;
    }

    private static string Column(string line) => "l" + line.Replace(".", "", StringComparison.Ordinal);

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
