using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Access;

/// <summary>An account holds a role in a scope from a day up to, not including, another. Nothing else gives a right.</summary>
public sealed class Grant : IVersioned, IInArea
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }
    public required ScopeKind Scope { get; init; }

    /// <summary>The area of the scope; for an organisation, clan or household the area it lies in (for the audit's home register and the page's crumbs).</summary>
    public required int AreaId { get; init; }

    /// <summary>The organisation, clan or household, unless the scope is an area.</summary>
    public Guid? SubjectId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; private set; }
    public int Version { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);

    public void EndOn(DateOnly day) => To = day;
}

internal sealed class GrantMap : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("access_grant").IsReference();
        grant.HasKey(g => g.Id);
        grant.HasIndex(g => g.AccountId);
        grant.HasIndex(g => g.AreaId);
    }
}
