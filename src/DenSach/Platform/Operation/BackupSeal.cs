using System.Security.Cryptography;
using System.Text;

namespace DenSach.Platform.Operation;

/// <summary>
/// The last bytes of a backup are the SHA-256 of everything before them, inside the comment of the ZIP file: one pass tells whether a copy is whole,
/// before anything in it is believed.
/// </summary>
internal static class BackupSeal
{
    private const string Mark = "densach-sha256:";
    private const int DigestLength = 64;

    /// <summary>The comment to write first, with room for the digest.</summary>
    public static string Open => Mark + new string('0', DigestLength);

    public static async Task CloseAsync(FileStream file, CancellationToken cancellation)
    {
        var digest = await DigestAsync(file, cancellation);
        file.Position = file.Length - DigestLength;
        await file.WriteAsync(Encoding.ASCII.GetBytes(digest), cancellation);
    }

    public static async Task CheckAsync(FileStream file, CancellationToken cancellation)
    {
        var end = new byte[Mark.Length + DigestLength];
        if (file.Length < end.Length)
        {
            throw new OperationRefused($"{file.Name} is no backup of Đèn Sách: it is too short. Nothing was restored.");
        }
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, cancellation);
        var text = Encoding.Latin1.GetString(end);
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            throw new OperationRefused($"{file.Name} does not end as a backup of Đèn Sách does: it was cut off, or it is none. Nothing was restored; take another copy.");
        }
        if (await DigestAsync(file, cancellation) != text[Mark.Length..])
        {
            throw new OperationRefused($"{file.Name} is not as it was written: at least one byte was changed. Nothing was restored; take another copy.");
        }
        file.Position = 0;
    }

    private static async Task<string> DigestAsync(FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var left = file.Length - DigestLength;
        file.Position = 0;
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
