using System.Text;

namespace DenSach.Modules.Plans;

/// <summary>Words of a plan in which names are looked for, up to an end; what stands behind the end still tells what a word before it means.</summary>
/// <param name="Text">In small letters with their marks, one blank between words and around them; "uỷ" as "ủy".</param>
/// <param name="End">The blank before which the names stand.</param>
internal readonly record struct NamedWords(string Text, int End)
{
    public static NamedWords Of(string words)
    {
        var text = new StringBuilder(" ", words.Length + 2);
        foreach (var c in words.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
        if (text[^1] != ' ')
        {
            text.Append(' ');
        }
        var whole = text.Replace("uỷ", "ủy").ToString();
        return new NamedWords(whole, whole.Length - 1);
    }

    /// <summary>The blanks before which a name stands.</summary>
    public IEnumerable<int> PlacesOf(string name)
    {
        for (var at = Find(name, 0); at >= 0 && at + name.Length < End; at = Find(name, at + 1))
        {
            yield return at;
        }
    }

    /// <summary>A word stands right before the place.</summary>
    public bool IsBehind(string word, int at) => Text.AsSpan(0, at).EndsWith($" {word}", StringComparison.Ordinal);

    /// <summary>After the name at the place this word follows.</summary>
    public bool GoesOn(string name, int at, string word) => Text.AsSpan(at + name.Length + 1).StartsWith($" {word} ", StringComparison.Ordinal);

    public bool BeginsWith(string name) => Text.StartsWith($" {name} ", StringComparison.Ordinal);

    /// <summary>The word at the place is one of those of a longer name.</summary>
    public bool IsWithin(string name, int at)
    {
        var from = Text.LastIndexOf($" {name} ", Math.Min(at + name.Length + 1, Text.Length - 1), StringComparison.Ordinal);
        return 0 <= from && from <= at && at < from + name.Length;
    }

    private int Find(string name, int from) => Text.IndexOf($" {name} ", from, StringComparison.Ordinal);
}
