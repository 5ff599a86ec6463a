using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>
/// What holds for every page, looked at on the first visit of a role: axe finds nothing against WCAG 2.2 AA, and in English no Vietnamese stands outside what is marked as such.
/// Keeps count of the pages seen, so that a page nobody visits is named.
/// </summary>
public static partial class Inspection
{
    /// <summary>Addresses that are no page to look at, each with its reason.</summary>
    private static readonly Dictionary<string, string> NoPage = new()
    {
        ["/ngon-ngu"] = "only takes a form",
        ["/quyet-dinh/{id:guid}/ban-in.pdf"] = "is a PDF",
        ["/quyet-dinh/{id:guid}/giay-cong-nhan.pdf"] = "is a PDF",
    };

    private static readonly Dictionary<string, Regex> Pages = ReadPages();
    private static readonly HashSet<string> Seen = [];
    private static readonly HashSet<string> Looked = [];
    private static readonly string Axe = File.ReadAllText(Path.Combine(Root(), "src/DenSach/Client/node_modules/axe-core/axe.min.js"));

    /// <summary>Everything found, each with its page.</summary>
    public static List<string> Findings { get; } = [];

    public static IEnumerable<string> NeverSeen => Pages.Keys.Except(Seen).Except(NoPage.Keys).Order();

    public static async Task LookAsync(IPage page, string role)
    {
        var path = new Uri(page.Url).AbsolutePath;
        foreach (var route in Pages.Where(p => p.Value.IsMatch(path)).Select(p => p.Key).ToList())
        {
            Seen.Add(route);
            if (Looked.Add($"{role} {route}"))
            {
                Findings.AddRange((await AgainstAccessAsync(page)).Select(f => $"{role} {path}: {f}"));
                Findings.AddRange((await LeftInEnglishAsync(page)).Select(f => $"{role} {path} in English: {f}"));
            }
        }
    }

    public static async Task<string[]> AgainstAccessAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ {Axe} }}");
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html.slice(0, 200)}`));
            }
            """
        );
    }

    /// <summary>Asks for the page again in English, as this person, and reads what is Vietnamese in it.</summary>
    public static Task<string[]> LeftInEnglishAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            async () => {
              const url = new URL(location.href);
              url.searchParams.set('ngon-ngu', 'en');
              const answer = await fetch(url);
              const english = new DOMParser().parseFromString(await answer.text(), 'text/html');
              if (english.documentElement.lang !== 'en') return [`the page is in "${english.documentElement.lang}" (${answer.status})`];
              const vietnamese = text => /[\u00c0-\u1ef9]/.test((text ?? '').normalize('NFC').replace(/[^\p{L}]/gu, ''));
              const found = [];
              for (const element of english.body.querySelectorAll('*')) {
                if (element.closest('script, template, [lang=vi]')) continue;
                const own = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(' ').trim();
                for (const text of [own, ...['aria-label', 'title', 'placeholder', 'alt', 'data-confirm'].map(a => element.getAttribute(a))])
                  if (vietnamese(text)) found.push(text.slice(0, 160));
              }
              return found;
            }
            """
        );

    /// <summary>The addresses of all pages, as the pages themselves say them.</summary>
    private static Dictionary<string, Regex> ReadPages() =>
        Directory
            .EnumerateFiles(Path.Combine(Root(), "src", "DenSach"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => Route().Match(File.ReadAllText(file)))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .ToDictionary(route => route, AddressesOf);

    private static Regex AddressesOf(string route)
    {
        var pattern = string.Join('/', route.Split('/').Select(PartOf)).Replace("/(?:~)", "(?:/[^/]+)?", StringComparison.Ordinal);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant);

        static string PartOf(string part) =>
            part.EndsWith("?}", StringComparison.Ordinal) ? "(?:~)"
            : part.Contains(":int", StringComparison.Ordinal) ? "[0-9]+"
            : part.Contains(":guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}"
            : part.StartsWith('{') ? "[^/]+"
            : Regex.Escape(part);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DenSach.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }
        return folder;
    }

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Route();
}
