using System.Text.RegularExpressions;
using DenSach.Platform.Operation;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DenSach.Platform.Hosting;

/// <summary>Mistakes of whoever starts the application, as one sentence each: what is wrong and what to do. Anything else is a fault of ours and keeps its trace.</summary>
public static partial class StartFailures
{
    public static string? Of(Exception failure, Settings? settings) =>
        failure switch
        {
            OperationRefused refused => refused.Message,
            { InnerException: AddressInUseException } or AddressInUseException =>
                "The address is in use already: is another server running? Stop it, or name another address by --urls http://127.0.0.1:5081.",
            FormatException or ArgumentOutOfRangeException { ParamName: "port" } or UriFormatException =>
                $"The address to serve is not one ({failure.Message.Trim()}). Write it like --urls http://127.0.0.1:5080.",
            SqliteException { SqliteErrorCode: 8 or 13 or 14 } => Unwritable(failure, settings),
            UnauthorizedAccessException or IOException when IsAbout(settings?.DataFolder, failure.Message) => Unwritable(failure, settings),
            NpgsqlException { InnerException: System.Net.Sockets.SocketException } or PostgresException { SqlState: "28P01" or "28000" or "3D000" } =>
                $"PostgreSQL cannot be used as DENSACH_DB says ({failure.Message.Trim()}). See that it runs, and that host, name, user and password are right.",
            ArgumentException { Source: "Npgsql" or "System.Data.Common" } =>
                $"DENSACH_DB is no connection string ({failure.Message.Trim()}). Write it like \"Host=…;Database=…;Username=…;Password=…\".",
            { InnerException: { } inner } => Of(inner, settings),
            _ => null,
        };

    private static string Unwritable(Exception failure, Settings? settings) =>
        $"The folder {settings?.DataFolder} cannot be written ({failure.Message.Trim()}). Give this user the right to write there, or name another folder by DENSACH_DATA.";

    /// <summary>
    /// Whether the path that the failure names lies in the data folder, or the folder in it: one that cannot be made is told by the part that stands in the way.
    /// Other limits of the system fail alike, such as the number of watched files, and are none of the folder's fault.
    /// </summary>
    private static bool IsAbout(string? folder, string message) =>
        folder is not null && QuotedPath().Matches(message).Any(m => Lies(m.Groups[1].Value, folder) || Lies(folder, m.Groups[1].Value));

    private static bool Lies(string path, string folder) =>
        (Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar).StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    [GeneratedRegex("'(/[^']*)'")]
    private static partial Regex QuotedPath();
}
