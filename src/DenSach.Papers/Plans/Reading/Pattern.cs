using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// A regular expression that is quick to build and linear at worst. The backtracking engine starts in microseconds
/// and serves all ordinary text; where it takes longer than <see cref="Patience"/> on a piece of text, that pattern
/// runs for a while by the engine that is linear in the text, which finds the same matches but costs tens of
/// milliseconds and a megabyte to build: built for all patterns at once it made the first reading last a second.
/// It is let go again, since it remembers what it has met and grows with each text, and since on a busy machine
/// any pattern is interrupted one day for longer than its patience.
/// </summary>
internal sealed class Pattern
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant;
    private const int UsesOfLinear = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(40);

    private readonly string _expression;
    private volatile Regex? _quick;
    private volatile Regex? _linear;
    private int _usesLeft;

    private readonly string[] _needs;

    private Pattern(string expression, string[] needs)
    {
        _expression = expression;
        _needs = needs;
    }

    /// <summary>In the expression <c>\d</c> means 0 to 9, not the digits of all scripts.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="needs">Words of which every match holds one: a text without any of them is not looked at, which costs a tenth.</param>
    public static Pattern Of(string expression, params string[] needs) => new(expression.Replace(@"\d", "[0-9]", StringComparison.Ordinal), needs);

    public bool IsMatch(string text) => MayMatch(text) && Run(r => r.IsMatch(text));

    public Match Match(string text) => MayMatch(text) ? Run(r => r.Match(text)) : System.Text.RegularExpressions.Match.Empty;

    public Match Match(string text, int start) => MayMatch(text) ? Run(r => r.Match(text, start)) : System.Text.RegularExpressions.Match.Empty;

    /// <summary>All matches, found at once.</summary>
    public IReadOnlyList<Match> Matches(string text) => MayMatch(text) ? Run(r => r.Matches(text).ToArray()) : [];

    public string[] Split(string text) => Run(r => r.Split(text));

    private bool MayMatch(string text)
    {
        foreach (var need in _needs)
        {
            if (text.Contains(need, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return _needs.Length == 0;
    }

    private T Run<T>(Func<Regex, T> match)
    {
        if (_linear is { } linear)
        {
            if (Interlocked.Decrement(ref _usesLeft) <= 0)
            {
                _linear = null;
            }

            return match(linear);
        }

        try
        {
            return match(_quick ??= new Regex(_expression, Plain, Patience));
        }
        catch (RegexMatchTimeoutException)
        {
            linear = new Regex(_expression, Plain | RegexOptions.NonBacktracking);
            _usesLeft = UsesOfLinear;
            _linear = linear;
            return match(linear);
        }
    }
}
