using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Areas;

/// <summary>
/// An area lies in another from a day up to, not including, another. Written by one reform, closed by a later one: reverting deletes the first kind and reopens the second.
/// A reform that is overtaken by another of the same day leaves an empty interval, which holds on no day.
/// </summary>
public sealed record AreaPlacement : IDated
{
    public required int AreaId { get; init; }

    /// <summary>The reform that wrote it: at most one placement of an area each.</summary>
    public required int ReformId { get; init; }

    /// <summary>Null for the country, the one root.</summary>
    public required int? ParentId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public int? ClosedBy { get; init; }

    public AreaPlacement Closed(DateOnly day, int reformId) => this with { To = day, ClosedBy = reformId };

    public AreaPlacement Reopened() => this with { To = null, ClosedBy = null };
}

/// <summary>
/// Where an area stands in the numbered tree of a time: everything inside it has its Left between Left and Right. Computed from the placements by <see cref="TreeNumbering"/>,
/// written only where a reform touches it.
/// </summary>
public sealed record AreaPosition : IDated
{
    public required int AreaId { get; init; }
    public required int ReformId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public int? ClosedBy { get; init; }
    public required long Left { get; init; }
    public required long Right { get; init; }
    public required int Depth { get; init; }

    public AreaPosition Closed(DateOnly day, int reformId) => this with { To = day, ClosedBy = reformId };

    public AreaPosition Reopened() => this with { To = null, ClosedBy = null };
}

/// <summary>What holds from a day up to, not including, another.</summary>
public interface IDated
{
    DateOnly From { get; }
    DateOnly? To { get; }
}

public static class Dated
{
    public static bool HoldsOn(this IDated row, DateOnly day) => row.From <= day && (row.To is not { } end || day < end);

    /// <summary>Overtaken on the day it began: it never held.</summary>
    public static bool NeverHeld(this IDated row) => row.To <= row.From;

    /// <summary>Whether it holds on the day or on any day after it.</summary>
    public static bool HoldsOnOrAfter(this IDated row, DateOnly day) => !row.NeverHeld() && (row.To is not { } end || day < end);

    /// <summary>A day as people write it.</summary>
    public static string Written(this DateOnly day) => day.ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"thứ Tư, 30/12", "Chủ nhật, 20/12", as inside a sentence (Nghị định 30/2020/NĐ-CP, phụ lục II).</summary>
    public static string Weekday(this DateOnly day)
    {
        var words = day.ToString("dddd, d/M", Vietnamese);
        return day.DayOfWeek == DayOfWeek.Sunday ? $"Chủ nhật{words[words.IndexOf(',', StringComparison.Ordinal)..]}" : char.ToLower(words[0], Vietnamese) + words[1..];
    }

    private static readonly System.Globalization.CultureInfo Vietnamese = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");
}

internal sealed class AreaPlacementMap : IEntityTypeConfiguration<AreaPlacement>
{
    public void Configure(EntityTypeBuilder<AreaPlacement> placement)
    {
        placement.ToTable("area_placement").IsReference();
        placement.HasKey(p => new { p.AreaId, p.ReformId });
        placement.HasOne<Area>().WithMany().HasForeignKey(p => p.AreaId);
        placement.HasOne<Area>().WithMany().HasForeignKey(p => p.ParentId);
        placement.HasOne<Reform>().WithMany().HasForeignKey(p => p.ReformId);
    }
}

internal sealed class AreaPositionMap : IEntityTypeConfiguration<AreaPosition>
{
    public void Configure(EntityTypeBuilder<AreaPosition> position)
    {
        position.ToTable("area_position").IsReference();
        position.HasKey(p => new { p.AreaId, p.ReformId });
        position.HasOne<Area>().WithMany().HasForeignKey(p => p.AreaId);
        position.HasOne<Reform>().WithMany().HasForeignKey(p => p.ReformId);
        position.HasIndex(p => p.Left);
    }
}
