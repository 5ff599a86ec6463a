using System.IO.Compression;
using System.Xml;

namespace DenSach.Papers.Sources;

/// <summary>
/// The words of a Word document: paragraphs one a line with their list numbers, tables one row a line with tabs between
/// cells, text boxes and footnotes. Sizes are bounded before anything is unpacked, and while it is.
/// </summary>
public static class DocxFile
{
    private const int MostParts = 4000;
    private const long LargestPart = 48L << 20;
    private const long LargestWhole = 400L << 20;
    private const int MostCharacters = 4_000_000;

    /// <summary>Reads a document; any bytes are accepted.</summary>
    public static SourceText Read(string name, byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts || archive.Entries.Sum(e => e.Length) > LargestWhole)
            {
                return Bomb(name);
            }

            if (archive.GetEntry("word/document.xml") is not { } document)
            {
                var other =
                    archive.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? "là bảng tính Excel, "
                    : archive.Entries.Any(e => e.FullName.StartsWith("ppt/", StringComparison.Ordinal)) ? "là bản trình chiếu, "
                    : "";
                return SourceText.No("format", $"Tệp “{name}” {other}không phải văn bản Word (.docx). Hãy gửi tệp .docx, .pdf hoặc .txt.");
            }

            var numbering = Part(archive, "word/numbering.xml") is { } lists ? DocxLists.Of(lists) : DocxLists.None;
            var styles = Part(archive, "word/styles.xml") is { } sheet ? numbering.StylesOf(sheet) : [];
            var text = new DocxWords(numbering, styles, MostCharacters).Read(Bounded(document), Part(archive, "word/footnotes.xml"));
            return OldEncodings.Likely(text) is { } old ? TextFile.Ask(name, old)
                : string.IsNullOrWhiteSpace(text) ? TextFile.Empty(name)
                : SourceText.Of(text);
        }
        catch (TooLargeException)
        {
            return Bomb(name);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            var place = e is XmlException xml ? $" (phần chữ sai từ dòng {xml.LineNumber}, cột {xml.LinePosition})" : " (gói nén bên trong không mở được)";
            return SourceText.No("damaged", $"Tệp “{name}” bị hỏng hoặc không phải .docx thật{place}. Hãy mở bằng Word, lưu lại rồi gửi lại.");
        }
    }

    private static SourceText Bomb(string name) =>
        SourceText.No("bomb", $"Tệp “{name}” bung ra quá lớn so với một kế hoạch nên không được mở. Hãy lưu lại chỉ phần chữ, bỏ ảnh và tệp đính kèm.");

    private static Stream? Part(ZipArchive archive, string part) => archive.GetEntry(part) is { } entry ? Bounded(entry) : null;

    // The length in the directory may lie: the stream itself counts.
    private static Stream Bounded(ZipArchiveEntry entry) => new CountedStream(entry.Open(), LargestPart);

    internal static XmlReader Xml(Stream stream) =>
        XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreWhitespace = false,
                CloseInput = true,
            }
        );

    internal sealed class TooLargeException : IOException;

    private sealed class CountedStream(Stream inner, long limit) : Stream
    {
        private long _left = limit;

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

        private int Counted(int read) => (_left -= read) < 0 ? throw new TooLargeException() : read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
