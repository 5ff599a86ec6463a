using System.Buffers.Binary;
using System.IO.Compression;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace DenSach.Papers.Documents;

/// <summary>A square code as a picture in Word: black and white, each square of several dots so that no program blurs it.</summary>
internal static class PaperDocxCode
{
    private const int DotsOfSquare = 8;
    private const long Side = PaperArrangement.CodeMm * 36_000L;
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    public static Drawing Draw(MainDocumentPart main, PaperCode code, int ordinal)
    {
        var id = FormattableString.Invariant($"rIdCode{ordinal}");
        using (var png = new MemoryStream(Png(code.Squares)))
        {
            main.AddImagePart(ImagePartType.Png, id).FeedData(png);
        }

        var number = (uint)ordinal;
        var picture = new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = PaperText.CodeName }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new Blip { Embed = id }, new Stretch(new FillRectangle())),
            new Pic.ShapeProperties(
                new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = Side, Cy = Side }),
                new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }
            )
        );
        var inline = new Inline(
            new Extent { Cx = Side, Cy = Side },
            new DocProperties
            {
                Id = number,
                Name = PaperText.CodeName,
                Description = PaperText.CodeName,
            },
            new Graphic(new GraphicData(picture) { Uri = PictureUri })
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        return new Drawing(inline);
    }

    /// <summary>One bit a dot; 1 is white.</summary>
    private static byte[] Png(IReadOnlyList<IReadOnlyList<bool>> squares)
    {
        var side = squares.Count * DotsOfSquare;
        using var dots = new MemoryStream();
        using (var pressed = new ZLibStream(dots, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var row in squares)
            {
                // Eight dots a square make one byte of it.
                byte[] line = [0, .. Enumerable.Range(0, squares.Count).Select(x => x < row.Count && row[x] ? (byte)0 : (byte)0xFF)];
                for (var y = 0; y < DotsOfSquare; y++)
                {
                    pressed.Write(line);
                }
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        head[8] = 1;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, dots.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] said = [.. name, .. data];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32(said));
        return [.. length, .. said, .. check];
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
