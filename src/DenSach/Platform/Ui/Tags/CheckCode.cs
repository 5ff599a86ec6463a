using DenSach.Platform.Papers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DenSach.Platform.Ui.Tags;

/// <summary><c>&lt;check-code of="assessment.Id" /&gt;</c>: the code and picture by which anybody checks the recognition it brought; nothing while there is none.</summary>
[HtmlTargetElement("check-code")]
public sealed class CheckCodeTagHelper(IEnumerable<IGiveCheckCode> codes, IStringLocalizer<UiText> text) : TagHelper
{
    public Guid Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        string? code = null;
        foreach (var giver in codes)
        {
            code ??= await giver.OfAssessmentAsync(Of, ViewContext.HttpContext.RequestAborted);
        }
        if (code is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "check-code");
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"/kiem-tra/{code}";
        link.InnerHtml.Append(code);
        var words = new TagBuilder("p");
        words.InnerHtml.Append(text["Mã kiểm tra giấy công nhận:"].Value + " ").AppendHtml(link);
        var picture = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        picture.Attributes["src"] = $"/kiem-tra/{code}/qr.svg";
        picture.Attributes["alt"] = text["Mã QR của trang kiểm tra"].Value;
        picture.Attributes["width"] = picture.Attributes["height"] = "140";
        output.Content.AppendHtml(words).AppendHtml(picture);
    }
}
