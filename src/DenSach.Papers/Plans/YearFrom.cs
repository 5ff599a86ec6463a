using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>Where a target has its year from, so that a person sees it with one look: "năm lấy từ đề mục 2".</summary>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Span">The words that gave the year ("đến năm 2030"), in the text as received; empty for <see cref="YearSource.None"/>.</param>
/// <param name="Mark">The number or letter of the heading or lead-in as printed, without its stop ("2", "a", "II"); null where it has none and for other kinds.</param>
public readonly record struct YearFrom(YearSource Kind, SourceSpan Span, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Mark = null)
{
    /// <summary>No words gave a year.</summary>
    public static YearFrom None => default;
}

/// <summary>The kinds of places that give a target its year. The JSON words are those of the reading contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<YearSource>))]
public enum YearSource
{
    /// <summary>Nothing gave one: the target has no year.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The words of the figure itself: "80 % … vào năm 2030", "2030: 80 %".</summary>
    [JsonStringEnumMemberName("own_words")]
    OwnWords,

    /// <summary>Another part of the same sentence: "Đến năm 2030, 80 % …, 70 % …" for the second figure.</summary>
    [JsonStringEnumMemberName("sentence")]
    Sentence,

    /// <summary>A line that opens a list: "Đến năm 2030:".</summary>
    [JsonStringEnumMemberName("lead_in")]
    LeadIn,

    /// <summary>A heading above: "2. Mục tiêu đến năm 2030".</summary>
    [JsonStringEnumMemberName("heading")]
    Heading,

    /// <summary>The head of the table's column.</summary>
    [JsonStringEnumMemberName("table_head")]
    TableHead,

    /// <summary>The first cell of the table's row.</summary>
    [JsonStringEnumMemberName("table_row")]
    TableRow,

    /// <summary>The title of the plan, or the sentence that issues it: its period.</summary>
    [JsonStringEnumMemberName("title")]
    Title,
}
