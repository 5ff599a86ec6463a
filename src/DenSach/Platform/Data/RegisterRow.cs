namespace DenSach.Platform.Data;

/// <summary>A row that grows and therefore lives in a register. The register says only where it is stored; it never changes.</summary>
public interface IRegisterRow
{
    int RegisterId { get; }
    Guid Id { get; }
}

/// <summary>A row somebody edits: the version is raised at every save, and a save based on an older one is refused.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>Base of the rows that live in a register and are edited.</summary>
public abstract class RegisterRow : IRegisterRow, IVersioned
{
    public int RegisterId { get; init; }
    public Guid Id { get; init; }
    public int Version { get; set; }
}
