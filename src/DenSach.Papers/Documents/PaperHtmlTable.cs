namespace DenSach.Papers.Documents;

/// <summary>Tables of papers: the head is a <c>thead</c>, which print repeats on each page.</summary>
internal static class PaperHtmlTable
{
    public static void Write(PaperHtml.Fragment html, PaperTable table)
    {
        html.Open("table", "paper-table");
        html.Element("caption", "paper-caption", table.Caption);
        html.Open("colgroup", "paper-columns");
        foreach (var column in table.Columns)
        {
            html.Open("col", $"paper-share-{Math.Clamp((column.Share + 2) / 5 * 5, 0, 100)}", " /");
        }

        html.Close("colgroup");
        html.Open("thead", "paper-table-head");
        html.Open("tr", "paper-row");
        foreach (var column in table.Columns)
        {
            html.Open("th", "paper-cell", " scope=\"col\"");
            html.Words(column.Heading);
            html.Close("th");
        }

        html.Close("tr");
        html.Close("thead");
        html.Open("tbody", "paper-table-body");
        foreach (var row in table.Rows)
        {
            html.Open("tr", "paper-row");
            for (var i = 0; i < table.Columns.Count; i++)
            {
                html.Element("td", $"paper-cell {AlignClass(table.Columns[i].Align)}", i < row.Count ? row[i] : "");
            }

            html.Close("tr");
        }

        html.Close("tbody");
        html.Close("table");
    }

    private static string AlignClass(PaperAlign align) =>
        align switch
        {
            PaperAlign.Centre => "paper-centre",
            PaperAlign.Number => "paper-figure",
            _ => "paper-left",
        };
}
