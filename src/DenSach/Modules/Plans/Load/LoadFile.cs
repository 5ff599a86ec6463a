using DenSach.Modules.Areas;
using DenSach.Papers.Sources;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;

namespace DenSach.Modules.Plans.Load;

/// <summary>Takes in a plan from its file: the file goes into the store, then the words that were read from it become a draft that names it. What is refused or fails leaves no file behind.</summary>
public sealed class LoadFile(LoadPlan load, FileStore store, PlanPlaces places, AreaTree tree, ILogger<LoadFile> log)
{
    /// <param name="command">What was read; the file is added to it.</param>
    /// <param name="bytes">The file as it came, at most <see cref="EvidenceFolder.MaxPaperSize"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Result<LoadPlan.Loaded>> Handle(LoadPlan.Command command, byte[] bytes, CancellationToken cancellation)
    {
        if (!places.MayLoad(command.AreaId))
        {
            return Problem.Forbidden();
        }
        if (tree.Find(command.AreaId) is not { HomeRegisterId: { } register })
        {
            return await load.Handle(command, cancellation);
        }
        var kept = await store.SaveAsync(register, bytes, TypeOf(command.FileName ?? "", bytes), cancellation);
        if (kept.Problem is { } problem)
        {
            return problem;
        }
        var named = false;
        try
        {
            var loaded = await load.Handle(command with { CameAs = PlanCameAs.File, FileSha256 = kept.Value.Sha256 }, cancellation);
            named = loaded.Ok;
            return loaded;
        }
        finally
        {
            if (!named)
            {
                await LetGoAsync(register, kept.Value.Sha256);
            }
        }
    }

    /// <summary>Whoever waited may be gone, and what failed may be the database: then the daily sweep finds the file, and what failed first is told.</summary>
    private async Task LetGoAsync(int register, string sha256)
    {
        try
        {
            await store.ForgetAsync(register, sha256, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The file {Sha256} of a plan that was not taken in is left to the daily sweep", sha256);
        }
    }

    private static MediaType TypeOf(string name, byte[] bytes) =>
        SourceKinds.Of(name, bytes) switch
        {
            SourceKind.Docx => MediaType.Docx,
            SourceKind.Pdf => MediaType.Pdf,
            _ => MediaType.Text,
        };
}
