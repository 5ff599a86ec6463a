namespace DenSach.Platform.Files;

/// <summary>What a file is, told by its first bytes; names and headers are only somebody's word.</summary>
/// <param name="Name">What is stored.</param>
/// <param name="Extension">The ending of the name under which it is saved.</param>
/// <param name="ShownInline">A browser may show it in place.</param>
public sealed record MediaType(string Name, string Extension, bool ShownInline)
{
    /// <summary>What a browser is told.</summary>
    public string ContentType { get; private init; } = Name;

    public static readonly MediaType Jpeg = new("image/jpeg", "jpg", ShownInline: true);
    public static readonly MediaType Png = new("image/png", "png", ShownInline: true);
    public static readonly MediaType Webp = new("image/webp", "webp", ShownInline: true);

    /// <summary>Always saved, never shown in the page: a PDF can carry scripts.</summary>
    public static readonly MediaType Pdf = new("application/pdf", "pdf", ShownInline: false);

    /// <summary>Word and text of papers that were handed in to be read: who reads them has told what they are, their first bytes do not.</summary>
    public static readonly MediaType Docx = new("application/docx", "docx", ShownInline: false)
    {
        ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };
    public static readonly MediaType Text = new("text/plain", "txt", ShownInline: false);

    /// <summary>How many bytes are needed to tell.</summary>
    public const int Telling = 16;

    public static MediaType? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) ? Webp
        : head.StartsWith("%PDF-"u8) ? Pdf
        : null;

    /// <summary>The format of some telephones' cameras, which most office machines cannot show.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> head) =>
        head.Length >= 12
        && head[4..].StartsWith("ftyp"u8)
        && (head[8..].StartsWith("hei"u8) || head[8..].StartsWith("hev"u8) || head[8..].StartsWith("mif1"u8) || head[8..].StartsWith("msf1"u8));

    /// <exception cref="InvalidOperationException">The name is none we store.</exception>
    public static MediaType Named(string name) =>
        new[] { Jpeg, Png, Webp, Pdf, Docx, Text }.FirstOrDefault(t => t.Name == name) ?? throw new InvalidOperationException($"\"{name}\" is no type of a stored file.");
}
