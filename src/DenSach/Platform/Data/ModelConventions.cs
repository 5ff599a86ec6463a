using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DenSach.Platform.Data;

/// <summary>The conventions of every table: snake_case, UTC milliseconds, enums as text, big-endian ids on SQLite, deletes restricted.</summary>
internal static class ModelConventions
{
    public static void Configure(ModelConfigurationBuilder configuration, bool postgres)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcMilliseconds>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        if (!postgres)
        {
            configuration.Properties<Guid>().HaveConversion<BigEndianGuid>();
        }
    }

    public static void Apply(ModelBuilder model, bool postgres)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !entity.IsOwned())
            {
                entity.SetTableName(SnakeCase(table.Contains('.') ? table[(table.LastIndexOf('.') + 1)..] : table));
            }
            foreach (var property in entity.GetProperties())
            {
                // "from" and "to" are words of SQL: the day something begins to hold, and the first day it no longer does.
                property.SetColumnName(
                    property.GetColumnName() switch
                    {
                        "From" => "valid_from",
                        "To" => "valid_to",
                        var name => SnakeCase(name),
                    }
                );
                if (property.Name == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                {
                    property.IsConcurrencyToken = true;
                }
                if (property.Name is "Id" or "RegisterId" or "AreaId" && property.IsPrimaryKey())
                {
                    property.ValueGenerated = ValueGenerated.Never;
                }
            }
            foreach (var key in entity.GetKeys())
            {
                key.SetName(SnakeCase(key.GetName() ?? ""));
            }
            foreach (var foreignKey in entity.GetForeignKeys())
            {
                // Deleting is never a side effect. ClientNoAction leaves optional references alone in memory too (no SET NULL).
                foreignKey.DeleteBehavior =
                    foreignKey.IsOwnership ? DeleteBehavior.Cascade
                    : foreignKey.IsRequired ? DeleteBehavior.Restrict
                    : DeleteBehavior.ClientNoAction;
                foreignKey.SetConstraintName(SnakeCase(foreignKey.GetConstraintName() ?? ""));
            }
            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(SnakeCase(index.GetDatabaseName() ?? ""));
            }
        }
    }

    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTime, DateTime>(value => Instants.Cut(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class BigEndianGuid() : ValueConverter<Guid, byte[]>(value => value.ToByteArray(true), value => new Guid(value, true));
}
