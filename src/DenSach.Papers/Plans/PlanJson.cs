using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>The JSON form of a reading: one object with snake_case names, spans and periods as pairs of numbers.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        // Vietnamese letters stay readable. The text is a file or a response body, never put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SpanPair(), new YearPair() },
    };

    /// <summary>Writes the reading.</summary>
    public static string Write(ExtractedPlan plan) => JsonSerializer.Serialize(plan, Options);

    /// <summary>Reads what <see cref="Write"/> wrote. Fields that are missing take their empty value, unknown ones are left out.</summary>
    /// <exception cref="JsonException">The text is no such object.</exception>
    public static ExtractedPlan Read(string json) => JsonSerializer.Deserialize<ExtractedPlan>(json, Options) ?? throw new JsonException("The document is null.");

    private sealed class SpanPair : JsonConverter<SourceSpan>
    {
        public override SourceSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var (start, end) = Pair(ref reader);
            return new(start, end);
        }

        public override void Write(Utf8JsonWriter writer, SourceSpan value, JsonSerializerOptions options) => WritePair(writer, value.Start, value.End);
    }

    private sealed class YearPair : JsonConverter<YearRange>
    {
        public override YearRange Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var (from, to) = Pair(ref reader);
            return new(from, to);
        }

        public override void Write(Utf8JsonWriter writer, YearRange value, JsonSerializerOptions options) => WritePair(writer, value.From, value.To);
    }

    private static (int, int) Pair(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A pair of numbers is expected.");
        }

        var pair = JsonSerializer.Deserialize<int[]>(ref reader) ?? [];
        return pair.Length == 2 ? (pair[0], pair[1]) : throw new JsonException("A pair of numbers is expected.");
    }

    private static void WritePair(Utf8JsonWriter writer, int first, int second)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(first);
        writer.WriteNumberValue(second);
        writer.WriteEndArray();
    }
}
