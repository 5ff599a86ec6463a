namespace DenSach.Modules.Plans;

/// <summary>A link at a target, deadline or task of a plan in force.</summary>
/// <param name="Text">What it leads to, translated.</param>
public sealed record ItemLink(string Text, string Url);

/// <summary>A later module leads on from an item of a plan in force, for who may.</summary>
public interface ILeadFromItems
{
    IEnumerable<ItemLink> From(Plan plan, PlanItem item);
}
