using System.Data.Common;
using System.Globalization;

namespace DenSach.Platform.Operation;

internal static class Listing
{
    /// <summary>The first column of what a statement answers, as text.</summary>
    public static async Task<List<string>> OfAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }
        return rows;
    }
}
