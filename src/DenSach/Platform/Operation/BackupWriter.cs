using System.IO.Compression;
using DenSach.Platform.Files;

namespace DenSach.Platform.Operation;

/// <summary>Writes a backup beside its name and gives it the name when it is whole. Readable by its owner only: it holds persons and keys.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private readonly string target;
    private readonly string unfinished;
    private readonly FileStream file;
    private readonly ZipArchive archive;
    private readonly List<BackupEntry> entries = [];

    public BackupWriter(string target)
    {
        this.target = target;
        unfinished = $"{target}.{Path.GetRandomFileName()}.part";
        file = Durable.Create(unfinished);
        archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = BackupSeal.Open };
    }

    public IReadOnlyList<BackupEntry> Entries => entries;

    /// <param name="name">Of <see cref="BackupNames"/>.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="packed">Whether packing it is worth the time: photos are packed already.</param>
    /// <param name="cancellation">Ends the copying; the backup is then given up.</param>
    public async Task AddAsync(string name, Stream content, bool packed, CancellationToken cancellation)
    {
        if (!BackupNames.IsOne(name))
        {
            throw new ArgumentException($"A backup has no place for \"{name}\".", nameof(name));
        }
        await using var entry = archive.CreateEntry(name, packed ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open();
        var (size, sha256) = await HashedCopy.RunAsync(content, entry, long.MaxValue - 1, cancellation);
        entries.Add(new BackupEntry(name, size, sha256));
    }

    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        await using (var entry = archive.CreateEntry(BackupManifest.Name).Open())
        {
            await entry.WriteAsync(manifest.ToJson(), cancellation);
        }
        archive.Dispose();
        await BackupSeal.CloseAsync(file, cancellation);
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        Durable.Publish(unfinished, target);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            archive.Dispose();
            await file.DisposeAsync();
        }
        catch (IOException)
        {
            // The disk is full: what could not be written is given up with the rest.
        }
        finally
        {
            file.SafeFileHandle.Dispose();
            File.Delete(unfinished);
        }
    }
}
