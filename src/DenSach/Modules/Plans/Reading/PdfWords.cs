using System.Globalization;
using DenSach.Papers.Sources.Pdf;
using DenSach.Platform.Papers;

namespace DenSach.Modules.Plans.Reading;

/// <summary>
/// The words of a PDF by poppler: as laid out on the page, but tables that draw their cells row by row (<see cref="PdfText"/>). Where anything about a table is not
/// certain its page stays as laid out.
/// </summary>
internal static class PdfWords
{
    /// <summary>Pages beyond these stay as laid out: an appendix of tasks is shorter, and each page is a process of its own.</summary>
    private const int MostTablePages = 40;

    /// <summary>The text, or null where the file cannot be read.</summary>
    public static async Task<string?> ReadAsync(string pdf, string folder, CancellationToken cancellation)
    {
        var layout = await Run("pdftotext", "-layout");
        if (!layout.Done)
        {
            return null;
        }

        var pages = layout.Output.Split('\f');
        var likely = Enumerable.Range(0, pages.Length).Where(p => PdfText.MayHoldTable(pages[p])).Take(MostTablePages).ToList();
        var words = likely.Count > 0 && BoundedProcess.IsThere("pdftocairo") && await Run("pdftotext", "-bbox") is { Done: true } bbox ? PdfPage.Of(bbox.Output) : [];
        if (words.Count < pages.Length - 1)
        {
            return layout.Output;
        }

        var parts = pages.Take(words.Count).Select(p => (IReadOnlyList<PdfPart>)[new(p)]).ToList();
        foreach (var page in likely.Where(p => p < words.Count))
        {
            parts[page] = await PageAsync(page, words[page]) ?? parts[page];
        }

        return parts.TrueForAll(p => p.All(q => q.Table is null)) ? layout.Output : PdfText.Of(parts);

        async Task<IReadOnlyList<PdfPart>?> PageAsync(int page, PdfPage on)
        {
            var number = (page + 1).ToString(CultureInfo.InvariantCulture);
            var drawn = await BoundedProcess.RunAsync("pdftocairo", ["-svg", "-f", number, "-l", number, pdf, "-"], folder, cancellation);
            var tables = drawn.Done ? RuledTable.On(on, PdfRules.Of(drawn.Output)) : [];
            if (tables.Count == 0)
            {
                return null;
            }

            var strips = new List<string>();
            foreach (var strip in PdfText.Beside(on, tables))
            {
                strips.Add(strip is { } s ? (await StripAsync(number, on, s)).TrimEnd('\f') : "");
            }

            return PdfText.Covers(on, tables, strips)
                ? [.. strips.SelectMany((s, i) => i < tables.Count ? [new PdfPart(s), new PdfPart("", tables[i])] : new[] { new PdfPart(s) })]
                : null;
        }

        async Task<string> StripAsync(string page, PdfPage on, PdfStrip strip)
        {
            string[] box = ["-r", "72", "-x", "0", "-y", Number(strip.Top), "-W", Number((int)Math.Ceiling(on.Width)), "-H", Number(strip.Bottom - strip.Top)];
            return (await Run("pdftotext", ["-layout", "-f", page, "-l", page, .. box])).Output;
        }

        Task<BoundedProcess.Outcome> Run(string program, params string[] how) => BoundedProcess.RunAsync(program, [.. how, "-enc", "UTF-8", pdf, "-"], folder, cancellation);
        static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
    }
}
