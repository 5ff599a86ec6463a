using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Regular expressions that run in time linear in the text, whatever the text is.</summary>
internal static class Pattern
{
    /// <summary>In the expression <c>\d</c> means 0 to 9, not the digits of all scripts.</summary>
    public static Regex Of(string expression) => new(expression.Replace(@"\d", "[0-9]", StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
