using System.IO.Compression;
using System.Xml.Linq;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Plans;

/// <summary>The received plans as files, each time with other bytes where asked.</summary>
internal static class SamplePlans
{
    private static int edition;

    public static string TextOf(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "plans", file));

    /// <summary>The words of a received plan and a line more, another each time: another text, the same plan.</summary>
    public static string Again(string file) => $"{TextOf(file).TrimEnd()}\n\n(Bản {Interlocked.Increment(ref edition)})\n";

    /// <summary>The least that Word calls a document: one paragraph a line. A picture lies beside the words and weighs what it weighs.</summary>
    public static byte[] Word(string text, int picture = 0)
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n').Select(line => new XElement(w + "p", new XElement(w + "r", new XElement(w + "t", line))));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (picture > 0)
            {
                using var media = zip.CreateEntry("word/media/image1.jpeg", CompressionLevel.NoCompression).Open();
                media.Write(new byte[picture]);
            }
            using var part = zip.CreateEntry("word/document.xml").Open();
            new XDocument(new XElement(w + "document", new XElement(w + "body", paragraphs))).Save(part);
        }
        return file.ToArray();
    }

    /// <summary>Sends a file and comes to the check screen.</summary>
    public static async Task<PageView> UploadPlanAsync(this Session officer, int area, string name, byte[] bytes)
    {
        var page = await (await officer.GetAsync("/ke-hoach/nap"))
            .Form("Đọc văn bản")
            .Set("AreaId", $"{area}")
            .Attach("Upload", name, "application/octet-stream", bytes)
            .SubmitAsync();
        page.Path.ShouldEndWith("/kiem-tra", customMessage: page.Text);
        return page;
    }

    public static Guid PlanId(this PageView page) => Guid.Parse(page.Path.Split('/')[2]);
}
