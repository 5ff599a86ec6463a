using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DenSach.Platform.Ui;

/// <summary>One step of the way to a page; without an address it is the page itself.</summary>
public sealed record Crumb(string Text, string? Url = null)
{
    public static implicit operator Crumb((string Text, string? Url) pair) => new(pair.Text, pair.Url);
}

/// <summary>
/// <c>&lt;crumbs of="Model.Crumbs" as-at="Model.AsAt" /&gt;</c>: the way down the tree to this page and, where the page can show another day, the choice of it.
/// The links keep the day.
/// </summary>
[HtmlTargetElement("crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTagHelper(IHtmlHelper html) : TagHelper
{
    public IEnumerable<Crumb> Of { get; set; } = [];

    public DateOnly? AsAt { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.Content.SetHtmlContent(await html.PartialAsync("/Platform/Ui/_Crumbs.cshtml", new CrumbsRow([.. Of], AsAt)));
    }
}

public sealed record CrumbsRow(IReadOnlyList<Crumb> Crumbs, DateOnly? AsAt);

/// <summary><c>&lt;a href="/ho" keep-day&gt;</c>: a link that stays at the day the page shows.</summary>
[HtmlTargetElement("a", Attributes = "keep-day,href")]
public sealed class KeepDayTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("keep-day");
        output.Attributes.SetAttribute("href", Ui.AsAt.Keep(Href, ViewContext.HttpContext));
    }
}
