using System.Text;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Audit;

/// <summary>A file of anchors outside the database, one JSON line each: to be kept where nobody who can change the database can change it.</summary>
public sealed class AnchorFile(string path)
{
    private (long Length, AnchorLine? Last) seen;

    public string Path { get; } = path;

    /// <summary>Where the anchors of an installation go unless DENSACH_ANCHORS says otherwise.</summary>
    public static AnchorFile Of(Settings settings, IConfiguration configuration) =>
        new(configuration["DENSACH_ANCHORS"] is { Length: > 0 } named ? System.IO.Path.GetFullPath(named) : System.IO.Path.Combine(settings.DataFolder, "anchors.jsonl"));

    /// <summary>Adds the anchors that the file does not have yet. Answers how many.</summary>
    /// <exception cref="InvalidDataException">The file and the database do not belong together, or one of the two was changed.</exception>
    public async Task<int> CatchUpAsync(AppDb db, CancellationToken cancellation)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await using var file = await OpenAsync(cancellation);
        var last = file.Length == seen.Length ? seen.Last : await LastLineAsync(file, cancellation);
        await RefuseForeignAsync(db, last, cancellation);
        var missing = last is null
            ? await db.Set<AuditAnchor>().AsNoTracking().OrderByDescending(a => a.N).Take(1).ToListAsync(cancellation)
            : await db.Set<AuditAnchor>().AsNoTracking().Where(a => a.N > last.N).OrderBy(a => a.N).ToListAsync(cancellation);
        file.Seek(0, SeekOrigin.End);
        foreach (var anchor in missing)
        {
            var heads = await HeadsOf(db, anchor.N, all: last is null).ToListAsync(cancellation);
            last = AnchorLine.Of(anchor, heads);
            await file.WriteAsync(Encoding.UTF8.GetBytes(last.ToJson() + "\n"), cancellation);
        }
        file.Flush(flushToDisk: true);
        seen = (file.Length, last);
        return missing.Count;
    }

    public static async IAsyncEnumerable<(int Number, string Text)> LinesAsync(string path)
    {
        var number = 0;
        await foreach (var text in File.ReadLinesAsync(path))
        {
            number++;
            if (text.Length > 0)
            {
                yield return (number, text);
            }
        }
    }

    private static IQueryable<AnchoredHead> HeadsOf(AppDb db, long n, bool all)
    {
        var heads = db.Set<AnchoredHead>().AsNoTracking();
        return all ? heads.Where(h => h.N == heads.Where(other => other.RegisterId == h.RegisterId && other.N <= n).Max(other => other.N)) : heads.Where(h => h.N == n);
    }

    private async Task RefuseForeignAsync(AppDb db, AnchorLine? last, CancellationToken cancellation)
    {
        if (last is null)
        {
            return;
        }
        var same = await db.Set<AuditAnchor>().AsNoTracking().SingleOrDefaultAsync(a => a.N == last.N, cancellation);
        if (same is null || !same.Hash.AsSpan().SequenceEqual(last.Hash))
        {
            throw new InvalidDataException(
                $"{Path} ends with anchor {last.N}, and the database {(same is null ? "does not have it" : "has another one")}: the database was restored from an older backup, changed by hand, "
                    + "or is not the one this file belongs to. Keep the file as it is, compare by \"densach audit verify --anchors\", and name a new file for the anchors to come."
            );
        }
    }

    private async Task<FileStream> OpenAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return File.Exists(Path) ? new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read) : Durable.Create(Path);
            }
            catch (IOException) when (attempt < 20)
            {
                // The server and the command line may meet here.
                await Task.Delay(50, cancellation);
            }
        }
    }

    /// <summary>The last whole line. A line that was cut off while being written is taken away: it is written again.</summary>
    private async Task<AnchorLine?> LastLineAsync(FileStream file, CancellationToken cancellation)
    {
        var (start, end) = await LastLineOfAsync(file, cancellation);
        if (end < file.Length)
        {
            file.SetLength(end);
        }
        if (end == 0)
        {
            return null;
        }
        var line = new byte[end - start];
        file.Seek(start, SeekOrigin.Begin);
        await file.ReadExactlyAsync(line, cancellation);
        try
        {
            return AnchorLine.Parse(Encoding.UTF8.GetString(line));
        }
        catch (FormatException)
        {
            throw new InvalidDataException($"The last line of {Path} is no anchor. Nothing was added: keep the file as it is and name a new one.");
        }
    }

    private static async Task<(long Start, long End)> LastLineOfAsync(FileStream file, CancellationToken cancellation)
    {
        var (start, end, position) = (0L, 0L, 0L);
        var buffer = new byte[1 << 16];
        file.Seek(0, SeekOrigin.Begin);
        for (int read; (read = await file.ReadAsync(buffer, cancellation)) > 0; position += read)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == '\n')
                {
                    (start, end) = (end, position + i + 1);
                }
            }
        }
        return (start, end);
    }
}
