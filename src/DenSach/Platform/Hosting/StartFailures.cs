using DenSach.Platform.Operation;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DenSach.Platform.Hosting;

/// <summary>Mistakes of whoever starts the application, as one sentence each: what is wrong and what to do. Anything else is a fault of ours and keeps its trace.</summary>
internal static class StartFailures
{
    public static string? Of(Exception failure, Settings? settings) =>
        failure switch
        {
            OperationRefused refused => refused.Message,
            { InnerException: AddressInUseException } or AddressInUseException =>
                "The address is in use already: is another server running? Stop it, or name another address by --urls http://127.0.0.1:5081.",
            FormatException or ArgumentOutOfRangeException { ParamName: "port" } or UriFormatException =>
                $"The address to serve is not one ({failure.Message.Trim()}). Write it like --urls http://127.0.0.1:5080.",
            SqliteException { SqliteErrorCode: 8 or 13 or 14 } or UnauthorizedAccessException or IOException =>
                $"The folder {settings?.DataFolder} cannot be written ({failure.Message.Trim()}). Give this user the right to write there, or name another folder by DENSACH_DATA.",
            NpgsqlException { InnerException: System.Net.Sockets.SocketException } or PostgresException { SqlState: "28P01" or "28000" or "3D000" } =>
                $"PostgreSQL cannot be used as DENSACH_DB says ({failure.Message.Trim()}). See that it runs, and that host, name, user and password are right.",
            ArgumentException { Source: "Npgsql" or "System.Data.Common" } =>
                $"DENSACH_DB is no connection string ({failure.Message.Trim()}). Write it like \"Host=…;Database=…;Username=…;Password=…\".",
            { InnerException: { } inner } => Of(inner, settings),
            _ => null,
        };
}
