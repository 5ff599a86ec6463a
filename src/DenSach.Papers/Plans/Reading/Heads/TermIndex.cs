namespace DenSach.Papers.Plans.Reading.Heads;

/// <summary>A term found: whom it counts, and the words it covers.</summary>
/// <param name="Kind">What it is: a region is no noun that a figure counts.</param>
/// <param name="Subject">Whom.</param>
/// <param name="Words">How many words of the text.</param>
internal readonly record struct TermMatch(HeadKind Kind, PlanSubject Subject, int Words);

/// <summary>Finds the longest term of <see cref="SubjectTerms"/> that begins at a word.</summary>
internal static class TermIndex
{
    private static readonly Dictionary<string, Term[]> ByFirstWord = Build();

    public static TermMatch? At(WordList words, int start)
    {
        if (start >= words.Count || !ByFirstWord.TryGetValue(words.Folded(start), out var terms))
        {
            return null;
        }

        foreach (var term in terms)
        {
            if (term.StandsAt(words, start))
            {
                return new(term.Kind, term.Subject, term.Words.Length);
            }
        }

        return null;
    }

    private static Dictionary<string, Term[]> Build()
    {
        var terms = new List<Term>();
        foreach (var (subject, list) in SubjectTerms.ByPeople.Concat(SubjectTerms.ByPlacesAndThings))
        {
            terms.AddRange(Terms(HeadKind.Known, subject, list));
        }

        terms.AddRange(Terms(HeadKind.None, PlanSubject.Other, SubjectTerms.Regions).Concat(Terms(HeadKind.Unknown, PlanSubject.Other, SubjectTerms.NoPlaces)));

        // Equal length: the earlier list wins, so the sort must be stable.
        return terms
            .Where(t => t.Words.Length > 0)
            .GroupBy(t => t.Words[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(t => t.Words.Length).ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<Term> Terms(HeadKind kind, PlanSubject subject, string list) =>
        list.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Spelled).Select(t => Term.Of(kind, subject, t));

    /// <summary>"hộ (dân|nghèo)" → "hộ dân", "hộ nghèo".</summary>
    private static IEnumerable<string> Spelled(string term)
    {
        var open = term.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return [term];
        }

        var close = term.IndexOf(')', open);
        return term[(open + 1)..close].Split('|').SelectMany(choice => Spelled(term[..open] + choice + term[(close + 1)..]));
    }

    private sealed record Term(HeadKind Kind, PlanSubject Subject, string[] Words, string[] Written, bool Exact)
    {
        public static Term Of(HeadKind kind, PlanSubject subject, string term)
        {
            var written = WordList.Of(term.TrimEnd('!'));
            var words = Enumerable.Range(0, written.Count).Select(written.Folded).ToArray();
            return new(kind, subject, words, [.. Enumerable.Range(0, written.Count).Select(written.Written)], words.Length == 1 || term.EndsWith('!'));
        }

        public bool StandsAt(WordList text, int start)
        {
            if (start + Words.Length > text.Count)
            {
                return false;
            }

            for (var k = 0; k < Words.Length; k++)
            {
                if (text.Folded(start + k) != Words[k] || (k > 0 && !text.Adjoins(start + k)) || !IsWritten(text.Written(start + k), Written[k]))
                {
                    return false;
                }
            }

            return true;
        }

        private bool IsWritten(string text, string term) => IsShort(term) ? text.All(char.IsUpper) : !Exact || string.Equals(text, term, StringComparison.OrdinalIgnoreCase);

        private static bool IsShort(string term) => term.Length > 1 && term.All(char.IsUpper);
    }
}
