using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DenSach.Platform.Commands;

/// <summary>Which failures of the database are a lost race or a lost connection, and which a row that is already there.</summary>
internal static class Lost
{
    public static bool IsWorthAnotherTry(Exception failure) =>
        Find<PostgresException>(failure)
            is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        || (Find<NpgsqlException>(failure) is { IsTransient: true } and not PostgresException)
        || Find<SqliteException>(failure) is { SqliteErrorCode: 5 or 6 };

    public static bool IsDuplicate(Exception failure) =>
        Find<PostgresException>(failure) is { SqlState: PostgresErrorCodes.UniqueViolation } || Find<SqliteException>(failure) is { SqliteExtendedErrorCode: 1555 or 2067 };

    private static T? Find<T>(Exception? failure)
        where T : DbException
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found)
            {
                return found;
            }
        }
        return null;
    }
}
