using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DenSach.Platform.Ui.Tags;

/// <summary>
/// Gives every form that posts to an address of ours its token, once. The framework leaves it out as soon as a form names an address,
/// for fear of telling it to another site; an address that begins with one slash is none.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OwnFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    private const string Token = "__RequestVerificationToken";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var isOurs = output.Attributes["action"]?.Value.ToString() is ['/', ..] action && !action.StartsWith("//", StringComparison.Ordinal);
        if (!isOurs || Holds(output.PostContent) || Holds(await output.GetChildContentAsync()))
        {
            return;
        }
        if (generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }

    /// <summary>Two tokens would be as bad as none.</summary>
    private static bool Holds(TagHelperContent content) => content.GetContent().Contains(Token, StringComparison.Ordinal);
}
