using System.IO.Compression;
using System.Net;
using System.Security;
using System.Text;
using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>The received text of a plan as the two kinds of file in which plans come: typed in Word, and printed from it as PDF, where the lines break anew.</summary>
public static class ReceivedFiles
{
    public static string TextOf(string plan) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "plans", $"{plan}.txt")).ReplaceLineEndings("\n");

    /// <summary>Each line of the text a paragraph, as a secretary types it.</summary>
    public static FilePayload Word(string plan)
    {
        var paragraphs = TextOf(plan).Split('\n').Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(line.Replace('\f', ' '))}</w:t></w:r></w:p>");
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """
            );
            Add(
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """
            );
            Add(
                "word/document.xml",
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{string.Concat(paragraphs)}</w:body></w:document>"
            );

            void Add(string part, string xml)
            {
                using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
                writer.Write(xml);
            }
        }
        return new()
        {
            Name = $"{plan}.docx",
            MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Buffer = file.ToArray(),
        };
    }

    /// <summary>Printed on A4 in the letters and margins of official papers.</summary>
    public static async Task<FilePayload> PdfAsync(Chromium chromium, string plan)
    {
        await using var context = await chromium.NewContextAsync(794, 1123);
        var page = await context.NewPageAsync();
        var paragraphs = TextOf(plan).Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>");
        await page.SetContentAsync(
            $"<!doctype html><meta charset=utf-8><style>body{{font:14pt 'Times New Roman','Liberation Serif',serif}} p{{margin:0;min-height:1em;white-space:pre-wrap}}</style>{string.Concat(paragraphs)}"
        );
        return new()
        {
            Name = $"{plan}.pdf",
            MimeType = "application/pdf",
            Buffer = await page.PdfAsync(
                new()
                {
                    Format = "A4",
                    Margin = new()
                    {
                        Top = "20mm",
                        Bottom = "20mm",
                        Left = "30mm",
                        Right = "15mm",
                    },
                }
            ),
        };
    }
}
