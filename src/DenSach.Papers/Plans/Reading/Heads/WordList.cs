namespace DenSach.Papers.Plans.Reading.Heads;

/// <summary>A phrase as words; a comma is one of them, other signs part them.</summary>
internal sealed class WordList
{
    private const string Joining = " -/&";
    private const string Opening = " ,:\"";
    private readonly string _text;
    private readonly string _folded;
    private readonly List<(int Start, int End)> _words = [];

    private WordList(string text, string folded, int most)
    {
        (_text, _folded) = (text, folded);
        for (var i = 0; i < folded.Length && _words.Count < most; )
        {
            var end = i + 1;
            if (char.IsLetterOrDigit(folded[i]))
            {
                while (end < folded.Length && (char.IsLetterOrDigit(folded[end]) || IsInNumber(end)))
                {
                    end++;
                }

                _words.Add((i, end));
            }
            else if (folded[i] == ',')
            {
                _words.Add((i, end));
            }

            i = end;
        }
    }

    public int Count => _words.Count;

    public static WordList Of(string text) => new(text, Folding.Fold(text), int.MaxValue);

    /// <summary>The first <paramref name="most"/> words of a phrase.</summary>
    public static WordList Of(MappedText phrase, int most) => new(phrase.Text, phrase.Folded, most);

    public int Start(int word) => _words[word].Start;

    public int End(int word) => _words[word].End;

    public string Folded(int word) => _folded[_words[word].Start.._words[word].End];

    public string Written(int word) => _text[_words[word].Start.._words[word].End];

    /// <summary>Nothing but blanks, dashes and slashes stands between this word and the one before.</summary>
    public bool Adjoins(int word) => Between(word, Joining);

    /// <summary>Nothing but blanks, colons and quotes stands between this word and the one before, or the beginning.</summary>
    public bool Opens(int word) => Between(word, Opening);

    /// <summary>The point of "3.150", the comma of "99,5".</summary>
    private bool IsInNumber(int at) => _folded[at] is '.' or ',' && char.IsAsciiDigit(_folded[at - 1]) && at + 1 < _folded.Length && char.IsAsciiDigit(_folded[at + 1]);

    private bool Between(int word, string signs)
    {
        for (var i = word == 0 ? 0 : _words[word - 1].End; i < _words[word].Start; i++)
        {
            if (!signs.Contains(_folded[i]))
            {
                return false;
            }
        }

        return true;
    }
}
