using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>
/// A figure of the registry may be contradicted on the sheet: the right one is typed under the fact's name, why it differs under the name with this ending.
/// Without a reason the registry's figure stays.
/// </summary>
public static class FactReasons
{
    private const string Ending = ".why";

    public static string NameOf(string fact) => fact + Ending;

    /// <summary>The fact that a reason belongs to; null for what is no reason.</summary>
    public static string? FactOf(string name) => name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : null;

    public static string? Of(AnswerCodes typed, string fact) => typed[NameOf(fact)];

    /// <summary>The fact to score with: what is typed against the registry with a reason, else the registry's, else what is typed.</summary>
    public static Fact? Choose(FactDefinition definition, Fact? known, AnswerCodes typed)
    {
        var byHand = definition.ReadValue(typed[definition.Name]) is { IsMissing: false } value ? new Fact(value, FactSource.ByHand) : null;
        if (known is null || byHand is null || byHand.Value == known.Value || Of(typed, definition.Name) is not { } why)
        {
            return known ?? byHand;
        }
        return byHand with { Source = FactSource.ByHand with { Note = $"sổ ghi {known.Value.Number}, khai {byHand.Value.Number}: {why}" } };
    }

    /// <summary>Asked of what people post: a figure against the registry without its reason, or a reason without a figure, would be lost in silence.</summary>
    public static Problem? Fault(CriteriaSet set, Facts registry, AnswerCodes typed)
    {
        foreach (var definition in set.Facts)
        {
            var (code, why) = (typed[definition.Name], Of(typed, definition.Name));
            if (registry[definition.Name] is not { } known || definition.ReadValue(code) is not { } value)
            {
                continue;
            }
            if (!value.IsMissing && value != known.Value && why is null)
            {
                return Problem.Invalid(
                    "fact_reason",
                    $"{definition.Title}: sổ ghi {known.Value.Number}, khai {value.Number}. Khai khác sổ thì ghi lý do.",
                    SheetFields.Fact(NameOf(definition.Name))
                );
            }
            if (value.IsMissing && why is not null)
            {
                return Problem.Invalid("fact_reason", $"{definition.Title}: đã ghi lý do khác sổ nhưng chưa ghi số đúng.", SheetFields.Fact(definition.Name));
            }
        }
        return null;
    }
}
