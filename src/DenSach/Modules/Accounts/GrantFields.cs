using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DenSach.Modules.Accounts;

/// <summary>The part of a form that asks for a right.</summary>
public sealed class GrantFields
{
    public Role? Role { get; set; }
    public int? AreaId { get; set; }
    public Guid? SubjectId { get; set; }
    public DateOnly? From { get; set; }

    /// <summary>The last day of the right, as people say it; the grant ends the day after.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>What the right is for, where it is no area.</summary>
    [BindNever]
    public Subject? Subject { get; set; }

    /// <summary>The roles to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>What is asked for. A day so far ahead that none follows it is asked for as it is, and refused with the others that lie too far.</summary>
    public GrantWish Wish => new(Role ?? (Role)(-1), AreaId, SubjectId, From, LastDay == DateOnly.MaxValue ? LastDay : LastDay?.AddDays(1));

    public static GrantFields For(int? areaId, Guid? household, Guid? clan, Guid? organisation, DateOnly today)
    {
        var fields = new GrantFields
        {
            AreaId = areaId,
            SubjectId = household ?? clan ?? organisation,
            From = today,
        };
        fields.Role =
            household is not null ? Platform.Access.Role.Citizen
            : clan is not null ? Platform.Access.Role.ClanHead
            : organisation is not null ? Platform.Access.Role.OrganisationRepresentative
            : null;
        return fields;
    }
}
