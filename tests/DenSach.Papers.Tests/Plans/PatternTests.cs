using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A hostile text makes the reader change to the engine that is linear in the text: every pattern must be one it can run, also those that no test ever slows down.</summary>
public sealed class PatternTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Every_pattern_of_the_reader_can_run_in_linear_time()
    {
        var expressions = typeof(PlanReader).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters).SelectMany(Patterns).Distinct(StringComparer.Ordinal).ToList();
        expressions.Count.ShouldBeGreaterThan(200);
        foreach (var expression in expressions)
        {
            Should.NotThrow(() => new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), expression);
        }
    }

    private static IEnumerable<string> Patterns(Type type)
    {
        RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return type.GetFields(Any).Where(f => f.IsStatic && !f.IsLiteral).SelectMany(f => Within(f.GetValue(null)));
    }

    /// <summary>The expressions of a pattern, of a list of them, or of a list of pairs that hold one.</summary>
    private static IEnumerable<string> Within(object? value) =>
        value switch
        {
            null or string => [],
            IEnumerable many => many.Cast<object?>().SelectMany(Within),
            ITuple pair => Enumerable.Range(0, pair.Length).SelectMany(i => Within(pair[i])),
            _ when value.GetType() is { Name: "Pattern" } pattern => [(string)pattern.GetField("_expression", Any)!.GetValue(value)!],
            _ when value.GetType() is { IsNested: true } record => record
                .GetProperties(Any)
                .Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType.Name == "Pattern")
                .SelectMany(p => Within(p.GetValue(value))),
            _ => [],
        };
}
