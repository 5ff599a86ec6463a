using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DenSach.Platform.Data;

/// <summary>What holds at every save, whoever saves: ids agree with registers, versions rise, instants are whole milliseconds.</summary>
internal static class SaveRules
{
    public static void Apply(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.Entity is IRegisterRow row && entry.State == EntityState.Added && RowId.RegisterOf(row.Id) != row.RegisterId)
            {
                throw new InvalidOperationException(
                    $"{entry.Metadata.ShortName()} {row.Id} is being stored in register {row.RegisterId}, but its id names register {RowId.RegisterOf(row.Id)?.ToString() ?? "none"}."
                );
            }
            if (entry.Entity is IVersioned versioned)
            {
                switch (entry.State)
                {
                    case EntityState.Added:
                        versioned.Version = 1;
                        break;
                    case EntityState.Modified:
                        versioned.Version = (int)entry.OriginalValues[nameof(IVersioned.Version)]! + 1;
                        break;
                }
            }
        }
    }
}
