using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Fold = DenSach.Platform.Text.SearchKey;

namespace DenSach.Modules.Registry;

/// <summary>A family line (dòng họ), recognised in the commune where it has its seat.</summary>
public sealed class Clan : RegisterRow, IInArea
{
    private string name = "";

    /// <summary>The commune of its seat.</summary>
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

    /// <summary>Made up for the demo.</summary>
    public bool Invented { get; init; }
}

internal sealed class ClanMap : IEntityTypeConfiguration<Clan>
{
    public void Configure(EntityTypeBuilder<Clan> clan)
    {
        clan.ToTable("clan").IsByRegister();
        clan.Property(c => c.Name).HasMaxLength(300);
        clan.Property(c => c.SearchKey).HasMaxLength(300);
        clan.HasIndex(c => new { c.RegisterId, c.SearchKey });
        clan.HasIndex(c => c.AreaId);
    }
}
