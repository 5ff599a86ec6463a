using System.Buffers;
using System.Security.Cryptography;

namespace DenSach.Platform.Operation;

internal static class HashedCopy
{
    /// <summary>Copies a stream and tells its length and hash. Stops after <paramref name="atMost"/> bytes and one more, so that nothing grows without end.</summary>
    public static async Task<(long Size, string Sha256)> RunAsync(Stream from, Stream to, long atMost, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        var size = 0L;
        try
        {
            for (int read; size <= atMost && (read = await from.ReadAsync(buffer, cancellation)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
