using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DenSach.Platform.Data;

/// <summary>How the migration tool makes each context; no server is asked.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresAppDb>
{
    public PostgresAppDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=nowhere").Options);
}
