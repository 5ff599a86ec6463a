using System.Text.Json;
using System.Text.RegularExpressions;

namespace DenSach.Platform.Operation;

/// <summary>What a backup holds, written into it as manifest.json.</summary>
public sealed record BackupManifest(
    string Format,
    int Version,
    string Engine,
    string Migration,
    DateTime CreatedAt,
    IReadOnlyList<BackupTable> Tables,
    IReadOnlyList<BackupEntry> Entries,
    IReadOnlyList<string> MissingEvidence
)
{
    public const string Name = "manifest.json";
    public const string ThisFormat = "densach-backup";
    public const int ThisVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public long Rows => Tables.Sum(t => t.Rows);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    public static async Task<BackupManifest> ReadAsync(Stream stream, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Options, cancellation) ?? throw new JsonException("null");
}

/// <summary>A table with its columns in the order they were written, and its rows at the moment of the backup.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows);

/// <summary>A file inside the backup.</summary>
public sealed record BackupEntry(string Name, long Size, string Sha256);

/// <summary>Where things lie inside a backup. Nothing else is taken out of one, so no name can lead outside the folder.</summary>
internal static partial class BackupNames
{
    public const string SqliteFile = "database/densach.db";

    public static string Table(string table) => $"tables/{table}.copy";

    public static string Evidence(string sha256) => $"evidence/{sha256}";

    public static string Key(string file) => $"keys/{file}";

    public static bool IsOne(string name) => name == SqliteFile || TableName().IsMatch(name) || EvidenceName().IsMatch(name) || KeyName().IsMatch(name);

    public static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    [GeneratedRegex(@"\Atables/[A-Za-z_][A-Za-z0-9_]*\.copy\z", RegexOptions.CultureInvariant)]
    private static partial Regex TableName();

    [GeneratedRegex(@"\Aevidence/[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EvidenceName();

    [GeneratedRegex(@"\Akeys/[A-Za-z0-9_-][A-Za-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyName();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}

/// <summary>Why a backup or a restore was not done, as a sentence for the operator. Nothing was changed.</summary>
public sealed class OperationRefused(string sentence) : Exception(sentence);
