using System.IO.Compression;
using System.Text.Json;

namespace DenSach.Platform.Operation;

/// <summary>A backup that was found whole: sealed, of a version we know, every entry expected, in its place and with its hash.</summary>
internal sealed class BackupReader : IAsyncDisposable
{
    private readonly FileStream file;
    private readonly ZipArchive archive;

    private BackupReader(FileStream file, ZipArchive archive, BackupManifest manifest) => (this.file, this.archive, Manifest) = (file, archive, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="OperationRefused">Says what is wrong with the file.</exception>
    public static async Task<BackupReader> OpenAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new OperationRefused($"There is no file {path}. Nothing was restored.");
        }
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        ZipArchive? archive = null;
        try
        {
            await BackupSeal.CheckAsync(file, cancellation);
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var reader = new BackupReader(file, archive, await ReadManifestAsync(archive, path, cancellation));
            await reader.CheckEntriesAsync(cancellation);
            return reader;
        }
        catch (Exception failure)
        {
            archive?.Dispose();
            await file.DisposeAsync();
            if (failure is InvalidDataException or EndOfStreamException or NotSupportedException or JsonException)
            {
                throw new OperationRefused($"{path} cannot be read as a backup of Đèn Sách ({failure.Message}). Nothing was restored.");
            }
            throw;
        }
    }

    public Stream Open(BackupEntry entry) => archive.GetEntry(entry.Name)!.Open();

    public BackupEntry? Find(string name) => Manifest.Entries.FirstOrDefault(e => e.Name == name);

    public async ValueTask DisposeAsync()
    {
        archive.Dispose();
        await file.DisposeAsync();
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, string path, CancellationToken cancellation)
    {
        await using var stream = (
            archive.GetEntry(BackupManifest.Name) ?? throw new OperationRefused($"{path} holds no {BackupManifest.Name}: it is no backup of Đèn Sách. Nothing was restored.")
        ).Open();
        // The version first: another one may have other fields.
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
        var format = document.RootElement.TryGetProperty("format", out var f) ? f.ToString() : "";
        var version = document.RootElement.TryGetProperty("version", out var v) ? v.ToString() : "";
        if (format != BackupManifest.ThisFormat || version != BackupManifest.ThisVersion.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            throw new OperationRefused(
                $"{path} is a backup of format \"{format}\", version {version}; this program reads \"{BackupManifest.ThisFormat}\", version {BackupManifest.ThisVersion}. Nothing was restored; use the program that wrote it, or a newer one."
            );
        }
        await using var again = archive.GetEntry(BackupManifest.Name)!.Open();
        return await BackupManifest.ReadAsync(again, cancellation);
    }

    private async Task CheckEntriesAsync(CancellationToken cancellation)
    {
        var expected = new Dictionary<string, BackupEntry>(StringComparer.Ordinal);
        foreach (var entry in Manifest.Entries)
        {
            if (!BackupNames.IsOne(entry.Name) || !expected.TryAdd(entry.Name, entry))
            {
                throw new OperationRefused($"The backup's list names \"{entry.Name}\", which has no place in a backup or stands there twice. Nothing was restored.");
            }
        }
        foreach (var table in Manifest.Tables.Where(t => !BackupNames.IsIdentifier(t.Name) || !t.Columns.All(BackupNames.IsIdentifier)))
        {
            throw new OperationRefused($"The backup's list names a table \"{table.Name}\" that no database of ours has. Nothing was restored.");
        }
        foreach (var entry in archive.Entries.Where(e => e.FullName != BackupManifest.Name))
        {
            if (!expected.Remove(entry.FullName, out var listed))
            {
                throw new OperationRefused($"The backup holds \"{entry.FullName}\", which its list does not name. Nothing was restored.");
            }
            await using var stream = entry.Open();
            var (size, sha256) = await HashedCopy.RunAsync(stream, Stream.Null, listed.Size, cancellation);
            if (size != listed.Size || sha256 != listed.Sha256)
            {
                throw new OperationRefused($"\"{entry.FullName}\" in the backup is not what its list says: it was changed. Nothing was restored; take another copy.");
            }
        }
        if (expected.Count > 0)
        {
            throw new OperationRefused($"The backup lacks \"{expected.Keys.First()}\", which its list names. Nothing was restored; take another copy.");
        }
    }
}
