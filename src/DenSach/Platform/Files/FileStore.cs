using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Files;

/// <summary>
/// Takes evidence in and gives it out. Files go first, commands then name their hashes. Who may hand in or see a file is for the module to say
/// before it asks here; a hash alone opens nothing, it must be known in the register.
/// </summary>
public sealed class FileStore(AppDb db, EvidenceFolder folder, Clock clock, ILogger<FileStore> log)
{
    /// <summary>Stores a content in a register: JPEG, PNG, WebP or PDF by its own bytes, at most 10 MB. Refused content leaves nothing behind.</summary>
    public async Task<Result<StoredFile>> SaveAsync(int registerId, Stream content, CancellationToken cancellation)
    {
        var staged = await folder.StageAsync(content, cancellation);
        if (staged.Problem is { } problem)
        {
            return problem;
        }
        using var file = staged.Value;
        return await KeepAsync(registerId, file, cancellation);
    }

    /// <summary>Stores a paper that was read, of a kind that its reader told. Who does not go on to name it lets it go again (<see cref="ForgetAsync"/>).</summary>
    public async Task<Result<StoredFile>> SaveAsync(int registerId, ReadOnlyMemory<byte> content, MediaType type, CancellationToken cancellation)
    {
        var staged = await folder.StageAsync(content, type, cancellation);
        if (staged.Problem is { } problem)
        {
            return problem;
        }
        using var file = staged.Value;
        return await KeepAsync(registerId, file, cancellation);
    }

    /// <summary>
    /// Lets a file of a register go if no row of the register names it, in the transaction of the caller or one of its own. Who is about to name it (<see cref="FindAsync"/>) is
    /// waited for. The content follows a day later, unless another register has it.
    /// </summary>
    /// <returns>Whether it went; false where a row names it.</returns>
    public async Task<bool> ForgetAsync(int registerId, string sha256, CancellationToken cancellation)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        // A statement of its own: the next one sees what those who were waited for have committed. SQLite has one writer at a time.
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM stored_file WHERE register_id = {registerId} AND sha256 = {sha256} FOR UPDATE", cancellation);
        }
        // Before the row: a content without a row always has its mark. A mark of what is named is taken off by the sweep.
        folder.MarkForgotten(sha256);
        var gone = await db.UnnamedFiles().Where(f => f.RegisterId == registerId && f.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        if (own is not null)
        {
            await own.CommitAsync(cancellation);
        }
        return gone > 0;
    }

    /// <summary>Lets go what was stored more than a day ago and is named by no row: whoever stored it did not come to name it. Answers how many.</summary>
    public async Task<int> ForgetUnnamedAsync(CancellationToken cancellation)
    {
        var before = clock.Now.AddDays(-1);
        var left = await db.UnnamedFiles().Where(f => f.FirstStoredAt < before).Select(f => new { f.RegisterId, f.Sha256 }).ToListAsync(cancellation);
        foreach (var file in left)
        {
            await ForgetAsync(file.RegisterId, file.Sha256, cancellation);
        }
        return left.Count;
    }

    /// <summary>The file and its content, or why not.</summary>
    public async Task<Result<StoredContent>> OpenAsync(int registerId, string sha256, CancellationToken cancellation)
    {
        var file = await FindAsync(registerId, sha256, cancellation);
        if (file is null)
        {
            return Problem.NotFound();
        }
        if (await folder.OpenAsync(file.Sha256, file.Size, cancellation) is { } stream)
        {
            return new StoredContent(file, stream);
        }
        log.LogCritical("Evidence file {Sha256} of register {Register} is missing or damaged", file.Sha256, file.RegisterId);
        return FileProblems.Damaged;
    }

    /// <summary>
    /// What is known of a file in a register: a handler asks this before it accepts a hash. Within a transaction the file stays until its end, so that nobody lets it go
    /// before the row that names it is committed.
    /// </summary>
    public async Task<StoredFile?> FindAsync(int registerId, string sha256, CancellationToken cancellation)
    {
        if (!StoredFile.IsHash(sha256))
        {
            return null;
        }
        if (db.IsPostgres && db.Database.CurrentTransaction is not null)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM stored_file WHERE register_id = {registerId} AND sha256 = {sha256} FOR SHARE", cancellation);
        }
        return await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.RegisterId == registerId && f.Sha256 == sha256, cancellation);
    }

    internal async Task<StoredFile> KeepAsync(int registerId, StagedFile staged, CancellationToken cancellation)
    {
        if (!RowId.IsRegister(registerId))
        {
            throw new ArgumentOutOfRangeException(nameof(registerId), registerId, "There is no such register.");
        }
        // The content before its row: a row always has its file.
        folder.Keep(staged);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO stored_file (register_id, sha256, size, media_type, first_stored_at)
            VALUES ({registerId}, {staged.Sha256}, {staged.Size}, {staged.Type.Name}, {clock.Now}) ON CONFLICT (register_id, sha256) DO NOTHING
            """,
            cancellation
        );
        return (await FindAsync(registerId, staged.Sha256, cancellation))!;
    }
}

/// <summary>A stored file with its content, checked. Whoever gets it disposes it, or answers with it.</summary>
public sealed record StoredContent(StoredFile File, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
