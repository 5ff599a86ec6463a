using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DenSach.Platform.Ui.Tags;

/// <summary>
/// Gives every form that posts to an address of ours its token. The framework leaves it out as soon as a form names an address,
/// for fear of telling it to another site; an address that begins with one slash is none.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OwnFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes["action"]?.Value.ToString() is ['/', ..] action && !action.StartsWith("//", StringComparison.Ordinal) && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
