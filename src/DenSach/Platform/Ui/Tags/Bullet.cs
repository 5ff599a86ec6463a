using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DenSach.Platform.Ui.Tags;

/// <summary>
/// <c>&lt;bullet value="71.4m" target="80" needed="64" /&gt;</c>: what is reached, against the target (thick line) and what today needs to be in time for it (thin line).
/// All three in the unit of the target; percent unless <c>max</c> says where the bar ends. Drawn without style attributes, told in words to who cannot see it.
/// </summary>
[HtmlTargetElement("bullet", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BulletTagHelper(IStringLocalizer<UiText> text) : TagHelper
{
    /// <summary>Null where there is no figure yet: the bar stays empty and says so.</summary>
    public decimal? Value { get; set; }

    public decimal? Target { get; set; }

    public decimal? Needed { get; set; }

    public decimal Max { get; set; } = 100;

    public string Unit { get; set; } = "%";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bullet");
        output.Attributes.SetAttribute("viewBox", "0 0 200 20");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", InWords());
        output.Content.AppendHtml("""<rect class="ground" y="3" width="200" height="14" rx="3"/>""");
        if (Value is { } value)
        {
            var low = value < (Needed ?? Target ?? 0) ? " low" : "";
            output.Content.AppendHtml($"""<rect class="actual{low}" y="6" width="{At(value)}" height="8" rx="2"/>""");
        }
        Line(output, "needed", Needed, 4, 12, 1.6m);
        Line(output, "target", Target, 0, 20, 2.4m);
    }

    private void Line(TagHelperOutput output, string name, decimal? value, int y, int height, decimal width)
    {
        if (value is { } at)
        {
            var x = Math.Clamp(at / Max * 200 - width / 2, 0, 200 - width);
            output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"""<rect class="{name}" x="{x:0.##}" y="{y}" width="{width}" height="{height}"/>"""));
        }
    }

    private string At(decimal value) => Math.Clamp(value / Max * 200, 0, 200).ToString("0.##", CultureInfo.InvariantCulture);

    private string InWords()
    {
        var parts = new List<string> { Value is { } value ? text["đạt {0}", Figure(value)] : text["chưa có số liệu"] };
        if (Target is { } target)
        {
            parts.Add(text["mục tiêu {0}", Figure(target)]);
        }
        if (Needed is { } needed)
        {
            parts.Add(text["hôm nay cần {0}", Figure(needed)]);
        }
        return string.Join(", ", parts);
    }

    private string Figure(decimal value) => InLanguage.Number(value) + (Unit == "%" ? "%" : $" {Unit}");
}
