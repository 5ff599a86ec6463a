namespace DenSach.Platform.Data;

/// <summary>A row that belongs to an area: the hamlet; the commune for clans and organisations. Meaning, access and roll-up go through it, storage does not.</summary>
public interface IInArea
{
    int AreaId { get; }
}
