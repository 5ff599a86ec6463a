using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Data;

/// <summary>Where the rows of a table live. One list in the model: documentation, test, and one day the distribution script.</summary>
public enum Placement
{
    /// <summary>Small, known everywhere: tree, accounts, criteria. Points at no fact.</summary>
    Reference,

    /// <summary>Grows; key begins with RegisterId.</summary>
    ByRegister,

    /// <summary>Belongs to one server: jobs, keys.</summary>
    Local,
}

public static class PlacementExtensions
{
    private const string Annotation = "DenSach:Placement";

    public static EntityTypeBuilder<T> IsReference<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.HasAnnotation(Annotation, Placement.Reference);

    public static EntityTypeBuilder<T> IsLocal<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.HasAnnotation(Annotation, Placement.Local);

    /// <summary>Key (RegisterId, Id) and placement of a row that lives in a register.</summary>
    public static EntityTypeBuilder<T> IsByRegister<T>(this EntityTypeBuilder<T> entity)
        where T : class, IRegisterRow
    {
        entity.HasKey(row => new { row.RegisterId, row.Id });
        return entity.HasAnnotation(Annotation, Placement.ByRegister);
    }

    /// <summary>For rows of a register with a key of their own that begins with the register (tallies, audit rows).</summary>
    public static EntityTypeBuilder<T> IsKeyedByRegister<T>(this EntityTypeBuilder<T> entity, params string[] key)
        where T : class
    {
        entity.HasKey(["RegisterId", .. key]);
        return entity.HasAnnotation(Annotation, Placement.ByRegister);
    }

    public static Placement? PlacementOf(this IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation)?.Value as Placement?;
}
