namespace DenSach.Platform.Ui;

/// <summary>What others wrote while a form stood open: shown beside the own words, which stay in the form. Acts and names of fields come translated; what people wrote is data.</summary>
public sealed record Meanwhile(IReadOnlyList<Meanwhile.Word> Words, IReadOnlyList<Meanwhile.Field> Fields)
{
    /// <summary>Something that was said or done since.</summary>
    public sealed record Word(string Act, string? Text, string? By = null, DateTime? At = null);

    /// <summary>What a field holds now, and what the form holds.</summary>
    public sealed record Field(string Name, string? Stands, string? Typed);

    public static Meanwhile Said(IEnumerable<Word> words) => new([.. words], []);

    /// <summary>The fields that differ.</summary>
    public static Meanwhile Stands(params IEnumerable<Field> fields) => new([], [.. fields.Where(f => (f.Stands ?? "").Trim() != (f.Typed ?? "").ReplaceLineEndings("\n").Trim())]);

    public Meanwhile With(Meanwhile other) => new([.. Words, .. other.Words], [.. Fields, .. other.Fields]);
}
