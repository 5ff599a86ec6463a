using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DenSach.Modules.Plans;

/// <summary>What was done a moment ago, told once, beside the row it was done to; with the way back where there is one.</summary>
/// <param name="At">The id of the row, or of the part of the page.</param>
/// <param name="Words">A key of the resource file.</param>
/// <param name="Count">The number its words name, if any.</param>
/// <param name="Undo">The items that one tap takes back.</param>
public sealed record JustDone(string At, string Words, int Count, IReadOnlyList<ItemRef> Undo)
{
    private const string Key = "plans.just";

    public void Keep(ITempDataDictionary kept) => kept[Key] = JsonSerializer.Serialize(this);

    public static JustDone? Take(ITempDataDictionary kept) => kept[Key] is string words ? JsonSerializer.Deserialize<JustDone>(words) : null;
}
