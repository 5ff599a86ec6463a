namespace DenSach.Papers.Sources;

/// <summary>The text of a received file, or the sentence that says why there is none. Never an exception: a wrong file is an ordinary thing.</summary>
public sealed record SourceText
{
    /// <summary>The text, or null where <see cref="Problem"/> stands.</summary>
    public string? Text { get; private init; }

    /// <summary>What is wrong, in a Vietnamese sentence that says what to do; null where there is a text.</summary>
    public SourceProblem? Problem { get; private init; }

    /// <summary>What whoever checks the text must know, as "đọc bằng OCR, kiểm tra từng số"; null for a plain text.</summary>
    public string? Mark { get; init; }

    /// <summary>A text.</summary>
    public static SourceText Of(string text) => new() { Text = text };

    /// <summary>A file that cannot be read, and why.</summary>
    public static SourceText No(string code, string sentence) => new() { Problem = new(code, sentence) };
}

/// <summary>Why a file gives no text.</summary>
/// <param name="Code">Stable name: "empty", "encoding", "image", "locked", "bomb", "damaged", "old_word", "format", "pages".</param>
/// <param name="Sentence">For a person.</param>
public sealed record SourceProblem(string Code, string Sentence);

/// <summary>What a file is, by its first bytes; the name decides only where the bytes do not.</summary>
public enum SourceKind
{
    /// <summary>Plain text, in whatever encoding.</summary>
    Text,

    /// <summary>Word since 2007.</summary>
    Docx,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word before 2007, or an encrypted document in the same shell.</summary>
    OldOffice,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>Something else that is no document of words.</summary>
    Other,
}

/// <summary>Tells kinds of files apart.</summary>
public static class SourceKinds
{
    /// <summary>The kind of a file.</summary>
    public static SourceKind Of(string name, ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            // A mail gateway may put a line of its own before it.
            _ when bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => SourceKind.Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".pptx" or ".zip" or ".odt" ? SourceKind.Other : SourceKind.Docx,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => SourceKind.OldOffice,
            [0xFF, 0xD8, 0xFF, ..]
            or [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'I', (byte)'I', 42, 0, ..]
            or [(byte)'M', (byte)'M', 0, 42, ..] => SourceKind.Image,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => SourceKind.Image,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => SourceKind.Image,
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] or [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => SourceKind.Other,
            _ => SourceKind.Text,
        };
}
