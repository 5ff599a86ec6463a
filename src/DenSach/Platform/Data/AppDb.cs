using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Data;

/// <summary>
/// The one database of the application. It names no module: each entity is mapped beside itself by an <see cref="IEntityTypeConfiguration{T}"/>.
/// Two derived contexts exist only because migrations differ by engine.
/// </summary>
public abstract class AppDb : DbContext
{
    protected AppDb(DbContextOptions options)
        : base(options) =>
        // A save that fails ends its transaction: going on after it is nobody's plan, and a savepoint costs two round trips.
        Database.AutoSavepointsEnabled = false;

    public abstract bool IsPostgres { get; }

    /// <summary>Rows that the next query finds here instead of asking: <see cref="ReadTogether"/>.</summary>
    internal DbDataReader? Arrived { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        ModelConventions.Apply(modelBuilder, IsPostgres);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => ModelConventions.Configure(configuration, IsPostgres);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        SaveRules.Apply(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SaveRules.Apply(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    public override bool IsPostgres => false;
}

public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    public override bool IsPostgres => true;
}
