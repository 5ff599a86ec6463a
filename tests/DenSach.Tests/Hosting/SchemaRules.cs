using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DenSach.Tests.Hosting;

/// <summary>The rules of limits.md that need no server: keys, references and migrations of both engines.</summary>
public abstract class SchemaRules
{
    protected abstract AppDb Open();

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var db = Open();
        db.Database.HasPendingModelChanges().ShouldBeFalse("The model changed: run ./densach dev migration NAME");
    }

    [Fact]
    public void Every_table_has_a_place_and_what_grows_begins_its_key_with_the_register()
    {
        using var db = Open();
        foreach (var entity in Tables(db))
        {
            entity.PlacementOf().ShouldNotBeNull($"{entity.ShortName()} is neither reference, by register, nor local");
            if (entity.PlacementOf() == Placement.ByRegister)
            {
                entity.FindPrimaryKey()!.Properties[0].Name.ShouldBe("RegisterId", entity.ShortName());
                entity.FindPrimaryKey()!.Properties[0].ClrType.ShouldBe(typeof(int));
                foreach (var index in entity.GetIndexes().Where(i => i.IsUnique))
                {
                    index.Properties[0].Name.ShouldBe("RegisterId", $"unique index {index.GetDatabaseName()}");
                }
            }
        }
    }

    [Fact]
    public void References_between_facts_carry_the_register_and_nothing_is_deleted_or_emptied_by_the_way()
    {
        using var db = Open();
        foreach (var key in Tables(db).SelectMany(e => e.GetForeignKeys()))
        {
            if (key.DeclaringEntityType.PlacementOf() == Placement.ByRegister && key.PrincipalEntityType.PlacementOf() == Placement.ByRegister)
            {
                key.Properties[0].Name.ShouldBe("RegisterId", $"{key.GetConstraintName()}");
            }
            else
            {
                key.PrincipalEntityType.PlacementOf().ShouldBe(Placement.Reference, $"{key.GetConstraintName()} points from {key.DeclaringEntityType.ShortName()}");
            }
            key.DeleteBehavior.ShouldBeOneOf(DeleteBehavior.Restrict, DeleteBehavior.ClientNoAction);
        }
    }

    private static IEnumerable<IEntityType> Tables(AppDb db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(e => !e.IsOwned());
}

public sealed class SqliteSchemaRules : SchemaRules
{
    /// <summary>What leaves the transaction is a copy of a whole table with foreign keys off: cut off there, half a step stays. The steps of the first release stand as they are.</summary>
    [Fact]
    public void No_step_leaves_its_transaction()
    {
        using var db = Open();
        var steps = db.GetService<IMigrationsAssembly>();
        var later = steps.Migrations.SkipWhile(step => !step.Key.EndsWith("_PlansInDepth", StringComparison.Ordinal)).ToList();
        later.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var (id, type) in later)
        {
            var step = steps.CreateMigration(type, db.Database.ProviderName!);
            var model = db.GetService<IModelRuntimeInitializer>().Initialize(step.TargetModel, designTime: true, validationLogger: null);
            var commands = db.GetService<IMigrationsSqlGenerator>().Generate(step.UpOperations, model);
            commands.ShouldNotBeEmpty();
            commands.Where(c => c.TransactionSuppressed).Select(c => c.CommandText).ShouldBeEmpty(id);
        }
    }

    protected override AppDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteAppDb>();
        DataSetup.UseSqlite(options, ":memory:");
        return new SqliteAppDb(options.Options);
    }
}

public sealed class PostgresSchemaRules : SchemaRules
{
    protected override AppDb Open() => new PostgresAppDb(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=nowhere").Options);
}
