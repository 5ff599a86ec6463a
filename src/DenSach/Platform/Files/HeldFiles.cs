using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Files;

/// <summary>Which rows name a stored file: each column that does says so in its mapping, so that a file is let go only when no row of its register names it.</summary>
public static class HeldFiles
{
    private const string Annotation = "DenSach:NamesFile";

    /// <summary>The column holds the SHA-256 of a stored file of the same register.</summary>
    public static PropertyBuilder<T> NamesFile<T>(this PropertyBuilder<T> column) => column.HasMaxLength(64).HasAnnotation(Annotation, true);

    /// <summary>Whether a row of the register still names the file.</summary>
    public static async Task<bool> IsHeldAsync(this AppDb db, int registerId, string sha256, CancellationToken cancellation)
    {
        foreach (var column in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.FindAnnotation(Annotation) is not null))
        {
            var query =
                (Task<bool>)
                    typeof(HeldFiles)
                        .GetMethod(nameof(NamesAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                        .MakeGenericMethod(column.DeclaringType.ClrType)
                        .Invoke(null, [db, column.Name, registerId, sha256, cancellation])!;
            if (await query)
            {
                return true;
            }
        }
        return false;
    }

    private static Task<bool> NamesAsync<T>(AppDb db, string column, int registerId, string sha256, CancellationToken cancellation)
        where T : class =>
        db.Set<T>().IgnoreQueryFilters().AnyAsync(row => EF.Property<int>(row, "RegisterId") == registerId && EF.Property<string>(row, column) == sha256, cancellation);
}
