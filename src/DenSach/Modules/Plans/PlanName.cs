using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DenSach.Modules.Plans;

/// <summary>A plan by its number and a shortened title, as a link for who may see it; <c>&lt;plan-name of="id" /&gt;</c>. Nothing for others.</summary>
[HtmlTargetElement("plan-name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PlanName(PlansInReach reach) : TagHelper
{
    public Guid Of { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (await reach.HeadAsync(Of, withText: false, CancellationToken.None) is not { } plan)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", $"/ke-hoach/{Of}");
        output.Attributes.SetAttribute("lang", "vi");
        output.Content.SetContent($"{PlanWords.NameOf(plan)}: {PlanWords.Short(plan.Title, 80)}");
    }
}
