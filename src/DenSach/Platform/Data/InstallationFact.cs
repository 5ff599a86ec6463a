using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Data;

/// <summary>What this installation is, by name: whether it is a demo, when it was first started.</summary>
public sealed class InstallationFact
{
    public const string Demo = "demo";
    public const string FirstStarted = "first_started";

    public required string Name { get; init; }
    public required string Value { get; set; }
}

internal sealed class InstallationFactMap : IEntityTypeConfiguration<InstallationFact>
{
    public void Configure(EntityTypeBuilder<InstallationFact> fact)
    {
        fact.ToTable("installation_fact").IsReference();
        fact.HasKey(f => f.Name);
    }
}
