using System.Buffers;
using System.Security.Cryptography;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Platform.Files;

/// <summary>
/// The files themselves, each under its hash: evidence/ab/cd/abcd…. A file is written beside, checked, flushed and then named in one step:
/// under a hash there is the whole content or nothing.
/// </summary>
public sealed class EvidenceFolder(Settings settings)
{
    public const int MaxSize = 10 * 1024 * 1024;

    /// <summary>A paper that was read may be as large as a request that brings it: colour scans are.</summary>
    public const int MaxPaperSize = (int)RequestSizes.Upload;

    private string Root => Path.Combine(settings.DataFolder, "evidence");
    private string Incoming => Path.Combine(Root, "incoming");

    /// <summary>Where the content with this hash lies, if it is there.</summary>
    public string PathOf(string sha256) =>
        StoredFile.IsHash(sha256) ? Path.Combine(Root, sha256[..2], sha256[2..4], sha256) : throw new ArgumentException("no SHA-256 in small hexadecimal digits", nameof(sha256));

    /// <summary>Reads a content up to the limit, decides what it is, and keeps it aside. What is refused leaves nothing behind.</summary>
    public async Task<Result<StagedFile>> StageAsync(Stream content, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var read = await content.ReadAtLeastAsync(buffer, MediaType.Telling, throwOnEndOfStream: false, cancellation);
            if (read == 0)
            {
                return FileProblems.Empty;
            }
            if (MediaType.Of(buffer.AsSpan(0, read)) is not { } type)
            {
                return MediaType.IsHeic(buffer.AsSpan(0, read)) ? FileProblems.Heic : FileProblems.WrongType;
            }
            Durable.CreateFolder(Incoming);
            return await WriteAsync(content, buffer, read, type, Path.Combine(Incoming, Path.GetRandomFileName()), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>A content of a kind that whoever read it has told, kept aside. At most <see cref="MaxPaperSize"/>.</summary>
    public async Task<Result<StagedFile>> StageAsync(ReadOnlyMemory<byte> content, MediaType type, CancellationToken cancellation)
    {
        if (content.IsEmpty)
        {
            return FileProblems.Empty;
        }
        if (content.Length > MaxPaperSize)
        {
            return FileProblems.PaperTooLarge;
        }
        Durable.CreateFolder(Incoming);
        var path = Path.Combine(Incoming, Path.GetRandomFileName());
        await using var file = Durable.Create(path);
        await file.WriteAsync(content, cancellation);
        file.Flush(flushToDisk: true);
        return new StagedFile(path, Convert.ToHexStringLower(SHA256.HashData(content.Span)), content.Length, type);
    }

    /// <summary>Gives a staged file its place. The same content twice is one file, and a damaged one is healed by it.</summary>
    public void Keep(StagedFile staged)
    {
        if (staged.Kept)
        {
            return;
        }
        TakeMarkOff(staged.Sha256);
        var place = PathOf(staged.Sha256);
        var folder = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(folder))
        {
            Durable.CreateFolder(folder);
            Durable.FlushFolder(Path.GetDirectoryName(folder)!);
            Durable.FlushFolder(Root);
        }
        Durable.Publish(staged.Path, place, replace: true);
        staged.Kept = true;
    }

    /// <summary>The content, after its length and hash were found right; null if it is missing or damaged.</summary>
    public async Task<Stream?> OpenAsync(string sha256, long size, CancellationToken cancellation)
    {
        FileStream file;
        try
        {
            file = new FileStream(
                PathOf(sha256),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                1 << 16,
                FileOptions.Asynchronous | FileOptions.SequentialScan
            );
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        if (file.Length == size && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == sha256)
        {
            file.Position = 0;
            return file;
        }
        await file.DisposeAsync();
        return null;
    }

    /// <summary>Marks a content that nobody names any more. It lies on for a day: a backup that began before still finds it.</summary>
    public void MarkForgotten(string sha256)
    {
        Durable.CreateFolder(Forgotten);
        File.WriteAllBytes(MarkOf(sha256), []);
    }

    /// <summary>Takes away what was marked a day ago and is named by nobody since. Nothing that was never marked is touched.</summary>
    /// <param name="now">The time of the machine.</param>
    /// <param name="isNamed">Whether a row of some register names the content.</param>
    public async Task ClearForgottenAsync(DateTimeOffset now, Func<string, Task<bool>> isNamed)
    {
        var marks = Directory.Exists(Forgotten) ? Directory.GetFiles(Forgotten) : [];
        foreach (var mark in marks.Where(mark => File.GetLastWriteTimeUtc(mark) < now.UtcDateTime.AddDays(-1)))
        {
            var place = PathOf(Path.GetFileName(mark));
            if (!await isNamed(Path.GetFileName(mark)) && File.Exists(place))
            {
                var aside = Path.Combine(Incoming, Path.GetRandomFileName());
                Durable.CreateFolder(Incoming);
                File.Move(place, aside);
                if (!File.Exists(mark))
                {
                    // Somebody handed it in again at this very moment: keeping takes the mark away first.
                    File.Move(aside, place, overwrite: true);
                    continue;
                }
                File.Delete(aside);
            }
            File.Delete(mark);
        }
    }

    private void TakeMarkOff(string sha256)
    {
        if (File.Exists(MarkOf(sha256)))
        {
            File.Delete(MarkOf(sha256));
        }
    }

    private string Forgotten => Path.Combine(Root, "forgotten");

    private string MarkOf(string sha256) => Path.Combine(Forgotten, StoredFile.IsHash(sha256) ? sha256 : throw new ArgumentException("no SHA-256", nameof(sha256)));

    /// <summary>Takes away what a crash left half written: what nobody has touched for an hour.</summary>
    public void ClearIncoming(DateTimeOffset now)
    {
        if (!Directory.Exists(Incoming))
        {
            return;
        }
        foreach (var left in Directory.EnumerateFiles(Incoming).Where(file => File.GetLastWriteTimeUtc(file) < now.UtcDateTime.AddHours(-1)))
        {
            File.Delete(left);
        }
    }

    private static async Task<Result<StagedFile>> WriteAsync(Stream content, byte[] buffer, int read, MediaType type, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0;
        var whole = false;
        try
        {
            await using var file = Durable.Create(path);
            for (; read > 0; read = await content.ReadAsync(buffer, cancellation))
            {
                size += read;
                if (size > MaxSize)
                {
                    return FileProblems.TooLarge;
                }
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            file.Flush(flushToDisk: true);
            whole = true;
        }
        finally
        {
            if (!whole)
            {
                File.Delete(path);
            }
        }
        return new StagedFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), size, type);
    }
}

/// <summary>A file that was read and judged, and is not kept yet. Disposed without being kept it is gone.</summary>
public sealed class StagedFile(string path, string sha256, int size, MediaType type) : IDisposable
{
    internal string Path { get; } = path;
    internal bool Kept { get; set; }
    public string Sha256 { get; } = sha256;
    public int Size { get; } = size;
    public MediaType Type { get; } = type;

    public void Dispose() => File.Delete(Path);
}

internal static class FileProblems
{
    public static readonly Problem Empty = Problem.Invalid("file_empty", "Tệp rỗng nên chưa được nhận. Hãy chọn lại tệp.");

    public static readonly Problem TooLarge = Problem.Invalid(
        "file_too_large",
        "Tệp lớn hơn 10 MB nên chưa được nhận. Hãy chụp lại ảnh ở cỡ nhỏ hơn, hoặc tách tệp PDF thành nhiều phần rồi gửi lại."
    );

    public static readonly Problem PaperTooLarge = Problem.Invalid(
        "file_too_large",
        $"Văn bản nặng hơn {EvidenceFolder.MaxPaperSize >> 20} MB nên chưa được nhận. Hãy quét lại ở độ phân giải thấp hơn, hoặc chỉ gửi phần cần đọc."
    );

    public static readonly Problem WrongType = Problem.Invalid(
        "file_type",
        "Tệp này không phải ảnh JPEG, PNG, WebP hay tệp PDF nên chưa được nhận (xét theo nội dung, không theo tên tệp). Hãy chụp ảnh hoặc lưu thành PDF rồi gửi lại."
    );

    public static readonly Problem Heic = Problem.Invalid(
        "file_type",
        "Ảnh này ở dạng HEIC, nhiều máy không mở được, nên chưa được nhận. Trên iPhone: Cài đặt, Camera, Định dạng, chọn “Tương thích nhất”, rồi chụp và gửi lại."
    );

    public static readonly Problem Damaged = Problem.Refused("file_damaged", "Tệp này lưu trên máy chủ đã hỏng hoặc bị mất. Hãy báo người quản trị để lấy lại từ bản sao lưu.");

    public static readonly Problem Unreadable = Problem.Invalid("form_unreadable", "Máy chủ chưa nhận được trọn vẹn biểu mẫu. Chưa có gì thay đổi: hãy gửi lại.");

    public static readonly Problem TooManyFiles = Problem.Invalid("too_many_files", "Một lần chỉ gửi được tối đa 10 tệp. Chưa có gì thay đổi: hãy bớt tệp rồi gửi lại.");
}
