using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using DenSach.Modules.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Marking a text adds marks and nothing else.</summary>
public sealed class MarkedTextRules
{
    private static string Html(string text, params TextMark[] marks)
    {
        using var writer = new StringWriter();
        MarkedText.Of(text, marks).WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    [Fact]
    public void A_mark_stands_around_its_words() =>
        Html("Phấn đấu 80% gia đình; 75% dòng họ", new("ct-1", 9, 21), new("ct-2", 23, 34))
            .ShouldBe("Phấn đấu <mark id=\"ct-1\">80% gia đình</mark>; <mark id=\"ct-2\">75% dòng họ</mark>");

    [Fact]
    public void Marks_lie_in_each_other_and_one_that_runs_out_is_cut() =>
        Html("abcdef", new("a", 0, 4), new("b", 1, 2), new("c", 3, 6)).ShouldBe("<mark id=\"a\">a<mark id=\"b\">b</mark>c<mark id=\"c\">d</mark></mark>ef");

    [Fact]
    public void A_text_that_looks_like_markup_stays_text() => Html("<b>&", new TextMark("a", 0, 3)).ShouldBe("<mark id=\"a\">&lt;b&gt;</mark>&amp;");

    [Fact]
    public void Whatever_the_marks_every_character_stays()
    {
        var random = new Random(7);
        const string Text = "Kế hoạch <số> 38/KH-UBND & “Gia đình học tập” đến 2030";
        for (var i = 0; i < 300; i++)
        {
            var marks = Enumerable.Range(0, random.Next(0, 8)).Select(n => new TextMark($"m-{n}", random.Next(-3, 60), random.Next(-3, 70))).ToArray();
            new HtmlParser().ParseDocument($"<div>{Html(Text, marks)}</div>").Body!.TextContent.ShouldBe(Text);
        }
    }
}
