namespace DenSach.Modules.Plans;

/// <summary>How an item of a plan in force stands, in a word that leads to where it is followed.</summary>
/// <param name="Item">The item by the name a link gives it: "nv-3"; empty for the plan as a whole.</param>
/// <param name="Word">Translated: "Đã xong".</param>
/// <param name="Detail">What belongs to this one alone and is translated as well, such as the day.</param>
/// <param name="Counts">How many items it is told of is worth a line above.</param>
public sealed record ItemWord(string Item, string Word, string Tone, string Url, string? Detail = null, bool Counts = true);

/// <summary>A later module tells on the page of a plan how its items stand, as far as the actor may know: tasks done, deadlines kept, difficulties met.</summary>
public interface ITellOfItems
{
    Task<IReadOnlyList<ItemWord>> OfAsync(Plan plan, CancellationToken cancellation);
}
