using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Every pattern of the reader can run by the engine that is linear in the text: it has no look-around and no back reference.</summary>
public sealed class PatternTests
{
    [Fact]
    public void Every_pattern_can_run_in_linear_time()
    {
        var expressions = typeof(PlanReader)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsLiteral && !f.DeclaringType!.ContainsGenericParameters)
            .SelectMany(f => Expressions(f.GetValue(null), 0))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        expressions.Count.ShouldBeGreaterThan(250);
        expressions.ForEach(e => Should.NotThrow(() => new Regex(e, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), e));
    }

    /// <summary>Patterns stand in fields, in lists, and in lists of pairs.</summary>
    private static IEnumerable<string> Expressions(object? value, int depth) =>
        value switch
        {
            null or string => [],
            { } one when one.GetType().Name == "Pattern" => [(string)one.GetType().GetField("_expression", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(one)!],
            ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Expressions(tuple[i], depth + 1)),
            System.Collections.IEnumerable many when depth < 2 => many.Cast<object?>().Take(500).SelectMany(v => Expressions(v, depth + 1)),
            _ => [],
        };
}
