using System.Collections.Immutable;
using System.Text.Json;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DenSach.Modules.Assessments;

/// <summary>Answers or facts as the form writes them: line or fact to its short code. Equal when they say the same.</summary>
public sealed record AnswerCodes(ImmutableSortedDictionary<string, string> ByName)
{
    public static AnswerCodes None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Empty codes are left out: nothing said is nothing kept.</summary>
    public static AnswerCodes From(IEnumerable<KeyValuePair<string, string?>>? codes) =>
        new((codes ?? []).Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToImmutableSortedDictionary(c => c.Key, c => c.Value!.Trim(), StringComparer.Ordinal));

    public string? this[string name] => ByName.GetValueOrDefault(name);

    public bool Equals(AnswerCodes? other) => other is not null && ByName.SequenceEqual(other.ByName);

    public override int GetHashCode() => ByName.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}

/// <summary>One of the three columns of the form: what was answered, the facts typed for it, and what they came to when written.</summary>
/// <param name="Answers">Line to code.</param>
/// <param name="Facts">Facts the registry does not hold, typed on the sheet: name to code.</param>
/// <param name="Points">Hundredths of a point; null in a set without points or while empty.</param>
/// <param name="Outcome">What the sheet said; null while nothing is written.</param>
public sealed record Column(AnswerCodes Answers, AnswerCodes Facts, int? Points, Outcome? Outcome)
{
    public static Column Empty { get; } = new(AnswerCodes.None, AnswerCodes.None, null, null);

    public bool IsEmpty => Outcome is null;

    public static Column Of(AnswerCodes answers, AnswerCodes facts, ScoreSheet sheet) => new(answers, facts, sheet.Max is null ? null : sheet.Total.Hundredths, sheet.Outcome);
}

internal sealed class ColumnText() : ValueConverter<Column, string>(column => Write(column), text => Read(text))
{
    private static string Write(Column column) =>
        column.IsEmpty
            ? ""
            : JsonSerializer.Serialize(new Stored(column.Answers.ByName, column.Facts.ByName, column.Points, column.Outcome!.Value.ToString()), JsonSerializerOptions.Web);

    private static Column Read(string text)
    {
        if (text.Length == 0)
        {
            return Column.Empty;
        }
        var stored = JsonSerializer.Deserialize<Stored>(text, JsonSerializerOptions.Web)!;
        return new Column(Sorted(stored.Answers), Sorted(stored.Facts), stored.Points, Enum.Parse<Outcome>(stored.Outcome));
    }

    private static AnswerCodes Sorted(ImmutableSortedDictionary<string, string> codes) => new(codes.WithComparers(StringComparer.Ordinal));

    private sealed record Stored(ImmutableSortedDictionary<string, string> Answers, ImmutableSortedDictionary<string, string> Facts, int? Points, string Outcome);
}

internal sealed class ColumnComparer() : ValueComparer<Column>((a, b) => object.Equals(a, b), column => column.GetHashCode(), column => column);
