using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Tallies;

/// <summary>
/// By how much a measure changes in an area on a day. A stock as at a day is the sum of all differences up to and including it;
/// what the calendar will bring (expiry, 18th birthday) is written ahead.
/// </summary>
public sealed class Tally
{
    public required int RegisterId { get; init; }
    public required int AreaId { get; init; }
    public required string Measure { get; init; }
    public required DateOnly Date { get; init; }
    public required int Value { get; init; }
}

/// <summary>The same differences added up per register: the grain of everything above a commune.</summary>
public sealed class RegisterTally
{
    public required int RegisterId { get; init; }
    public required string Measure { get; init; }
    public required DateOnly Date { get; init; }
    public required int Value { get; init; }
}

internal sealed class TallyMap : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> tally)
    {
        tally.ToTable("tally").IsKeyedByRegister("AreaId", "Measure", "Date");
        tally.Property(t => t.Measure).HasMaxLength(60);
        tally.HasIndex(t => new
        {
            t.Measure,
            t.AreaId,
            t.Date,
        });
    }
}

internal sealed class RegisterTallyMap : IEntityTypeConfiguration<RegisterTally>
{
    public void Configure(EntityTypeBuilder<RegisterTally> tally)
    {
        tally.ToTable("register_tally").IsKeyedByRegister("Measure", "Date");
        tally.Property(t => t.Measure).HasMaxLength(60);
        tally.HasIndex(t => new
        {
            t.Measure,
            t.Date,
            t.RegisterId,
        });
    }
}
