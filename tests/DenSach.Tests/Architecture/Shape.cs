using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DenSach.Tests.Architecture;

/// <summary>One file of the application by its path below src/DenSach, with slashes.</summary>
public sealed record SourceFile(string Path, string Text);

/// <summary>
/// The rules of the shape, judged on the syntax of the code itself, method bodies included. A slice is a folder of a module that holds a use case
/// (a nested Command) or a page with an address; other folders of a module belong to its root.
/// </summary>
public static partial class Shape
{
    public static IReadOnlyList<string> Violations(IReadOnlyList<SourceFile> files, IReadOnlyList<string> moduleOrder)
    {
        var slices = Slices(files);
        return [.. files.SelectMany(file => Of(file, slices, moduleOrder)).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(SourceFile file, IReadOnlySet<string> slices, IReadOnlyList<string> order)
    {
        var parts = file.Path.Split('/');
        var names = Names(file);
        if (parts[0] == "Platform")
        {
            foreach (var name in names)
            {
                yield return $"{file.Path}: Platform names the module {name}.";
            }
            yield break;
        }
        if (parts[0] != "Modules" || parts.Length < 3)
        {
            yield break;
        }
        var module = parts[1];
        var slice = parts.Length > 3 && slices.Contains($"{module}.{parts[2]}") ? parts[2] : null;
        foreach (var name in names)
        {
            var named = name.Split('.');
            var isSlice = named.Length > 1 && slices.Contains($"{named[0]}.{named[1]}");
            if (named[0] != module && order.IndexOf(named[0]) > order.IndexOf(module))
            {
                yield return $"{file.Path}: {module} names the later module {name}.";
            }
            else if (named[0] != module && isSlice)
            {
                yield return $"{file.Path}: {module} names the slice {name} of another module.";
            }
            else if (named[0] == module && isSlice && slice is not null && named[1] != slice && !IsDoor(file.Path))
            {
                yield return $"{file.Path}: the slice {module}.{slice} names the slice {name}.";
            }
        }
        foreach (var word in file.Path.EndsWith(".cs", StringComparison.Ordinal) ? ForeignWordsOfEntities(file.Text) : [])
        {
            yield return $"{file.Path}: the entity {word}.";
        }
    }

    /// <summary>A page or an endpoint may offer several use cases of its module; a use case calls no other.</summary>
    private static bool IsDoor(string path) =>
        path.EndsWith(".cshtml.cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal) || path.EndsWith("Api.cs", StringComparison.Ordinal);

    private static HashSet<string> Slices(IReadOnlyList<SourceFile> files) =>
        [
            .. files
                .Select(f => (File: f, Parts: f.Path.Split('/')))
                .Where(f =>
                    f.Parts is ["Modules", _, _, _, ..]
                    && (
                        (f.File.Path.EndsWith(".cshtml", StringComparison.Ordinal) && f.File.Text.StartsWith("@page", StringComparison.Ordinal))
                        || NestedCommand().IsMatch(f.File.Text)
                    )
                )
                .Select(f => $"{f.Parts[1]}.{f.Parts[2]}"),
        ];

    /// <summary>Every module, or folder of one, that the file names: "Areas" or "Assessments.Post".</summary>
    private static HashSet<string> Names(SourceFile file)
    {
        if (file.Path.EndsWith(".cshtml", StringComparison.Ordinal))
        {
            return [.. ModuleName().Matches(file.Text).Select(m => m.Groups[1].Value.TrimEnd('.'))];
        }
        var root = CSharpSyntaxTree.ParseText(file.Text).GetRoot();
        return
        [
            .. root.DescendantNodes()
                .Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && node.Parent is not BaseNamespaceDeclarationSyntax)
                .Select(node => ModuleName().Match(node.ToString()))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value.TrimEnd('.')),
        ];
    }

    private static IEnumerable<string> ForeignWordsOfEntities(string text)
    {
        string[] foreign = ["DbContext", "AppDb", "HttpContext", "TimeProvider", "Clock", "DbSet", "ModelBuilder"];
        foreach (var type in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            if (type.BaseList?.Types.Any(t => t.ToString() is "RegisterRow" or "IRegisterRow") != true)
            {
                continue;
            }
            foreach (var word in type.DescendantNodes().OfType<IdentifierNameSyntax>().Select(n => n.Identifier.Text).Where(foreign.Contains).Distinct())
            {
                yield return $"{type.Identifier.Text} knows {word}";
            }
        }
    }

    private static int IndexOf(this IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == item)
            {
                return i;
            }
        }
        return -1;
    }

    [GeneratedRegex(@"DenSach\.Modules\.([A-Z]\w*(?:\.[A-Z]\w*)?)")]
    private static partial Regex ModuleName();

    [GeneratedRegex(@"record Command\b")]
    private static partial Regex NestedCommand();
}
