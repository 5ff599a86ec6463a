using DenSach.Platform.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DenSach.Platform.Files;

/// <summary>Files that come by HTTP, in a form or as a bare body, whatever their size: memory stays flat and the sender gets a sentence.</summary>
public static class Uploads
{
    /// <summary>A body is read to its end so that the sender hears the answer; beyond this it is not worth it and the connection is closed.</summary>
    private const long ReadAtMost = 512L * 1024 * 1024;

    private const int MaxFiles = 10;
    private const int MaxFields = 2000;
    private const int MaxFieldLength = 1024 * 1024;

    /// <summary>The files of a field, stored in the register; none if none was chosen. The page or endpoint carries <see cref="TakesFileAttribute"/>.</summary>
    public static async Task<Result<StoredFile[]>> TakeAsync(this FileStore store, HttpContext http, string field, int registerId, CancellationToken cancellation)
    {
        var arrived = http.Features.Get<Arrived>() ?? throw new InvalidOperationException("The page takes files and does not say so: it lacks [TakesFile].");
        var here = arrived.Files.Where(f => f.Field == field).Select(f => f.Staged).ToList();
        if (here.FirstOrDefault(staged => !staged.Ok).Problem is { } problem)
        {
            return problem with { Field = field };
        }
        var files = new List<StoredFile>();
        foreach (var staged in here)
        {
            files.Add(await store.KeepAsync(registerId, staged.Value, cancellation));
        }
        return files.ToArray();
    }

    /// <summary>The body of the request as one file, stored in the register: how phones and programs send photos. The endpoint carries <see cref="TakesFileAttribute"/>.</summary>
    public static async Task<Result<StoredFile>> SaveBodyAsync(this FileStore store, HttpContext http, int registerId, CancellationToken cancellation)
    {
        if (http.Request.ContentLength > EvidenceFolder.MaxSize && IsBetterUnread(http))
        {
            return Unread(http);
        }
        await using var body = new BoundedBody(http.Request.Body, ReadAtMost);
        try
        {
            var saved = http.Request.ContentLength > EvidenceFolder.MaxSize ? FileProblems.TooLarge : await store.SaveAsync(registerId, body, cancellation);
            await body.CopyToAsync(Stream.Null, cancellation);
            return saved;
        }
        catch (BodyTooLong)
        {
            return Unread(http);
        }
    }

    /// <summary>Reads a form part by part and puts it where the framework looks for it. A problem means that the form could not be read at all.</summary>
    internal static async Task<Problem?> ReadFormAsync(HttpContext http)
    {
        var arrived = new Arrived();
        http.Features.Set(arrived);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
        {
            return FileProblems.Unreadable;
        }
        if (http.Request.ContentLength > MaxFiles * (long)EvidenceFolder.MaxSize && IsBetterUnread(http))
        {
            return Unread(http);
        }
        // Before the answer is heard; where there is none to give because the sender left, when the request ends.
        http.Response.OnStarting(() =>
        {
            arrived.Dispose();
            return Task.CompletedTask;
        });
        http.Response.RegisterForDispose(arrived);
        await using var body = new BoundedBody(http.Request.Body, ReadAtMost);
        try
        {
            http.Request.Form = new FormCollection(await ReadPartsAsync(http, new MultipartReader(boundary, body) { BodyLengthLimit = null }, arrived));
            return null;
        }
        catch (BodyTooLong)
        {
            return Unread(http);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return FileProblems.Unreadable;
        }
    }

    private static async Task<Dictionary<string, StringValues>> ReadPartsAsync(HttpContext http, MultipartReader reader, Arrived arrived)
    {
        var folder = http.RequestServices.GetRequiredService<EvidenceFolder>();
        var fields = new KeyValueAccumulator();
        var left = MaxFieldLength;
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                throw new InvalidDataException("a part without a name");
            }
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (disposition.IsFileDisposition())
            {
                await StageAsync(folder, part, disposition, name, arrived, http.RequestAborted);
            }
            else if (disposition.IsFormDisposition())
            {
                var text = await ReadTextAsync(part.Body, left, http.RequestAborted);
                left -= text.Length;
                fields.Append(name, text);
                if (fields.ValueCount > MaxFields)
                {
                    throw new InvalidDataException("too many fields");
                }
            }
        }
        return fields.GetResults();
    }

    private static async Task StageAsync(
        EvidenceFolder folder,
        MultipartSection part,
        ContentDispositionHeaderValue disposition,
        string name,
        Arrived arrived,
        CancellationToken cancellation
    )
    {
        var chosen = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        if (StringSegment.IsNullOrEmpty(chosen))
        {
            // A browser sends the field also when nothing was chosen.
            return;
        }
        arrived.Files.Add((name, arrived.Files.Count >= MaxFiles ? FileProblems.TooManyFiles : await folder.StageAsync(part.Body, cancellation)));
    }

    private static async Task<string> ReadTextAsync(Stream body, int atMost, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0; )
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > atMost)
            {
                throw new InvalidDataException("fields too long");
            }
        }
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Whoever asks before sending has sent nothing yet; and what is far too long is not read for politeness.</summary>
    private static bool IsBetterUnread(HttpContext http) => http.Request.ContentLength > ReadAtMost || http.Request.Headers.Expect.Count > 0;

    private static Problem Unread(HttpContext http)
    {
        http.Response.Headers.Connection = "close";
        return FileProblems.TooLarge;
    }

    /// <summary>What came with the form, until the answer is given. What was kept by then has its place, the rest is gone.</summary>
    internal sealed class Arrived : IDisposable
    {
        public List<(string Field, Result<StagedFile> Staged)> Files { get; } = [];

        public void Dispose()
        {
            foreach (var (_, staged) in Files.Where(f => f.Staged.Ok))
            {
                staged.Value.Dispose();
            }
        }
    }
}
