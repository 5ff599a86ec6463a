using Microsoft.AspNetCore.Html;

namespace DenSach.Modules.Plans;

/// <summary>A stretch of the text with the name under which a link finds it.</summary>
public readonly record struct TextMark(string Id, int Start, int End);

/// <summary>
/// The received text with what was read from it marked. Marks lie in each other where their stretches do; one that runs past the end of the mark
/// around it is cut there. Every character of the text stays, and nothing else is added.
/// </summary>
public static class MarkedText
{
    public static IHtmlContent Of(string text, IEnumerable<TextMark> marks)
    {
        var html = new HtmlContentBuilder();
        var open = new Stack<int>();
        var at = 0;
        foreach (var mark in marks.Select(m => Inside(m, text.Length)).Where(m => m.Start < m.End).OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            CloseUpTo(mark.Start);
            Write(mark.Start);
            html.AppendHtml($"<mark id=\"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(mark.Id)}\">");
            open.Push(open.TryPeek(out var outer) ? Math.Min(outer, mark.End) : mark.End);
        }
        CloseUpTo(text.Length);
        Write(text.Length);
        return html;

        void CloseUpTo(int position)
        {
            while (open.TryPeek(out var end) && end <= position)
            {
                Write(end);
                html.AppendHtml("</mark>");
                open.Pop();
            }
        }

        void Write(int until)
        {
            html.Append(text[at..until]);
            at = until;
        }
    }

    private static TextMark Inside(TextMark mark, int length) => mark with { Start = Math.Clamp(mark.Start, 0, length), End = Math.Clamp(mark.End, 0, length) };
}
