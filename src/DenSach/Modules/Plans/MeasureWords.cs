using DenSach.Platform.Text;

namespace DenSach.Modules.Plans;

/// <summary>How far two sentences of plans speak of the same thing, by their words: folded, and without the figures, for those are what changes.</summary>
public static class MeasureWords
{
    /// <summary>From this share of common words on, two sentences say the same.</summary>
    public const double Same = 0.6;

    private const int SameBeginning = 6;

    /// <summary>The share of common words among all words of the two, from 0 to 1.</summary>
    public static double Common(string one, string other)
    {
        var (a, b) = (Of(one), Of(other));
        return a.Intersect(b).Count() / (double)Math.Max(1, a.Union(b).Count());
    }

    /// <summary>Most of their words are the same, or they begin with the same ones.</summary>
    public static bool SayTheSame(string one, string other) => Of(one).Take(SameBeginning).SequenceEqual(Of(other).Take(SameBeginning)) || Common(one, other) >= Same;

    private static List<string> Of(string words) => [.. SearchKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.All(char.IsDigit))];
}
