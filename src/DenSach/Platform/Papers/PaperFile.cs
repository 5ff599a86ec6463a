using DenSach.Papers.Documents;
using DenSach.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DenSach.Platform.Papers;

/// <summary>Any paper as a file to take along and go on editing. Who may see the page may take the file: both are handlers of one page.</summary>
public static class PaperFile
{
    private const int LongestName = 80;

    public static FileContentResult Word(this PageModel page, Paper paper)
    {
        page.Response.Headers.CacheControl = "private, no-store";
        return page.File(PaperDocx.Write(paper), PaperDocx.MediaType, NameOf(paper) + ".docx");
    }

    /// <summary>"quyet-dinh-07-qd-ubnd", or by its abstract while it has no number: letters that every machine and every stick takes.</summary>
    public static string NameOf(Paper paper)
    {
        var name = SearchKey.Of($"{paper.Kind ?? "Công văn"} {(paper.Number is { } number ? $"{number:00} {paper.Symbol}" : paper.Abstract)}").Replace(' ', '-');
        return name.Length <= LongestName ? name : name[..name.LastIndexOf('-', LongestName)];
    }
}
