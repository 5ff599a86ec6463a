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

    /// <summary>The files that no row of their register names.</summary>
    public static IQueryable<StoredFile> UnnamedFiles(this AppDb db)
    {
        var files = db.Set<StoredFile>().AsNoTracking();
        foreach (var column in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.FindAnnotation(Annotation) is not null))
        {
            files =
                (IQueryable<StoredFile>)
                    typeof(HeldFiles)
                        .GetMethod(nameof(NotNamedBy), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                        .MakeGenericMethod(column.DeclaringType.ClrType)
                        .Invoke(null, [db, files, column.Name])!;
        }
        return files;
    }

    private static IQueryable<StoredFile> NotNamedBy<T>(AppDb db, IQueryable<StoredFile> files, string column)
        where T : class
    {
        var rows = db.Set<T>().IgnoreQueryFilters();
        return files.Where(file => !rows.Any(row => EF.Property<int>(row, "RegisterId") == file.RegisterId && EF.Property<string>(row, column) == file.Sha256));
    }
}
