using DenSach.Modules.Areas;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static DenSach.Tests.Areas.Trees;

namespace DenSach.Tests.Areas;

/// <summary>The database and the copy in memory answer alike.</summary>
public sealed class WithinRules : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("densach-within").FullName;
    private int files;

    [Fact]
    public void Over_random_trees_and_days_a_query_finds_exactly_what_the_copy_in_memory_says() =>
        ForSeeds(
            12,
            seed =>
            {
                var dated = FromSeed(seed);
                var tree = AreaTree.Of(dated);
                using var db = Filled(dated);
                var random = new Random(seed);
                foreach (var id in dated.Areas.Keys.OrderBy(_ => random.Next()).Take(12))
                {
                    var day = Day("1/12/2020").AddDays(random.Next(0, 1300));
                    var expected = dated.Areas.Keys.Where(a => tree.IsWithin(a, id, day)).Order().ToList();
                    db.Within(id, day).Select(p => p.AreaId).Order().ToList().ShouldBe(expected);
                    db.Set<Probe>().Within(db, id, day).Select(p => p.AreaId).Order().ToList().ShouldBe(expected);
                    tree.DescendantsOf(id, day).Select(a => a.Id).Order().ShouldBe(expected.Where(a => a != id));
                }
            }
        );

    [Fact]
    public void The_filter_stays_one_statement_that_reads_the_numbered_tree()
    {
        using var db = Filled(Carried());
        var sql = db.Set<Probe>().Within(db, KnownAreas.LaiChau, Day("1/7/2025")).ToQueryString();
        sql.ShouldContain("area_position");
        db.Set<Probe>().Within(db, KnownAreas.BinhLu, Day("1/7/2025")).Count().ShouldBe(13);
        db.Set<Probe>().Within(db, KnownAreas.BinhLu, Day("30/6/2025")).Count().ShouldBe(0);
    }

    private ProbeDb Filled(DatedTree tree)
    {
        var options = new DbContextOptionsBuilder<ProbeDb>();
        DataSetup.UseSqlite(options, Path.Combine(folder, $"{++files}.db"));
        var db = new ProbeDb(options.Options);
        db.Database.EnsureCreated();
        db.AddRange(tree.Reforms);
        db.AddRange(tree.Areas.Values);
        db.AddRange(tree.Placements);
        db.AddRange(tree.Positions);
        db.AddRange(tree.Areas.Keys.Select(id => new Probe { Id = id, AreaId = id }));
        db.SaveChanges();
        return db;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Probe : IInArea
    {
        public int Id { get; init; }
        public int AreaId { get; init; }
    }

    private sealed class ProbeDb(DbContextOptions options) : AppDb(options)
    {
        public override bool IsPostgres => false;

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Probe>();
            base.OnModelCreating(modelBuilder);
        }
    }
}
