namespace DenSach.Tests.Files;

/// <summary>Contents that begin as files of their kind do.</summary>
internal static class SampleFiles
{
    public static byte[] Jpeg(int size = 2000, int seed = 1) => Begin([0xFF, 0xD8, 0xFF, 0xE0], size, seed);

    public static byte[] Png(int size = 2000) => Begin([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], size, 2);

    public static byte[] Webp(int size = 2000) => Begin([.. "RIFF"u8, 1, 2, 3, 4, .. "WEBP"u8], size, 3);

    public static byte[] Pdf(int size = 2000) => Begin([.. "%PDF-1.7\n"u8], size, 4);

    public static byte[] Heic() => Begin([0, 0, 0, 24, .. "ftypheic"u8], 2000, 5);

    private static byte[] Begin(byte[] head, int size, int seed)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        head.CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>A JPEG of any length that is made while it is read, and tells how much of it was.</summary>
    public sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, read).Fill(0x55);
            if (Given == 0 && read > 3)
            {
                ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]).CopyTo(buffer.AsSpan(offset));
            }
            Given += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
