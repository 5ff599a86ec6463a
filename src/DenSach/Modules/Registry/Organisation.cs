using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Fold = DenSach.Platform.Text.SearchKey;

namespace DenSach.Modules.Registry;

/// <summary>Kinds of organisation (cơ quan, đơn vị) that a learning title can be asked of.</summary>
public enum OrganisationKind
{
    PeoplesCommittee,
    Agency,
    Kindergarten,
    PrimarySchool,
    LowerSecondarySchool,
    UpperSecondarySchool,
    OtherSchool,
    LearningCentre,
    HealthStation,
    MassOrganisation,
    ArmedForces,
    Enterprise,
    Cooperative,
    Other,
}

/// <summary>An agency, school, station, enterprise or cooperative with its seat in the commune.</summary>
public sealed class Organisation : RegisterRow, IInArea
{
    private string name = "";

    /// <summary>The commune.</summary>
    public required int AreaId { get; init; }

    public required string Name
    {
        get => name;
        init
        {
            name = value;
            SearchKey = Fold.Of(value);
        }
    }

    public string SearchKey { get; private set; } = "";
    public required OrganisationKind Kind { get; init; }

    /// <summary>Made up for the demo.</summary>
    public bool Invented { get; init; }
}

internal sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisation").IsByRegister();
        organisation.Property(o => o.Name).HasMaxLength(300);
        organisation.Property(o => o.SearchKey).HasMaxLength(300);
        organisation.HasIndex(o => new { o.RegisterId, o.SearchKey });
        organisation.HasIndex(o => o.AreaId);
    }
}
