using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DenSach.Platform.Ui.Tags;

/// <summary><c>&lt;vi&gt;@household.HeadName&lt;/vi&gt;</c>: data, which stays Vietnamese on an English page.</summary>
[HtmlTargetElement("vi")]
public sealed class VietnameseTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", "vi");
    }
}

/// <summary><c>&lt;chip tone="wait"&gt;Hạn 28/11&lt;/chip&gt;</c>: a state in a word or two. Tones: good, bad, wait, info. The word says it, the colour only repeats it.</summary>
[HtmlTargetElement("chip")]
public sealed class ChipTagHelper : TagHelper
{
    public string Tone { get; set; } = "info";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Tone is not ("good" or "bad" or "wait" or "info"))
        {
            throw new InvalidOperationException($"A chip has no tone \"{Tone}\": good, bad, wait or info.");
        }
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"chip chip-{Tone}");
    }
}

/// <summary><c>&lt;empty-state title="…" text="…"&gt;what to do&lt;/empty-state&gt;</c>: says why there is nothing, and what brings something.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml(title);
        if (Text is not null)
        {
            var text = new TagBuilder("p");
            text.InnerHtml.Append(Text);
            output.Content.AppendHtml(text);
        }
        output.Content.AppendHtml(inside);
    }
}

/// <summary><c>&lt;copy-button for="notice"&gt;Chép để gửi Zalo&lt;/copy-button&gt;</c>: copies the text of the element with that id. Shown only where scripts run; the text itself stands on the page.</summary>
[HtmlTargetElement("copy-button")]
public sealed class CopyButtonTagHelper(Microsoft.Extensions.Localization.IStringLocalizer<UiText> text) : TagHelper
{
    public string For { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("class", "btn btn-quiet");
        output.Attributes.SetAttribute("data-copy", For);
        output.Attributes.SetAttribute("data-done", text["Đã chép"].Value);
        output.Attributes.SetAttribute("data-failed", text["Chưa chép được: hãy chọn rồi chép tay"].Value);
        output.Attributes.SetAttribute("aria-live", "polite");
        output.Attributes.SetAttribute(new TagHelperAttribute("hidden"));
    }
}
