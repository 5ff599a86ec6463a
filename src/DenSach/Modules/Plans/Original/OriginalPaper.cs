using System.Text;
using DenSach.Platform.Audit;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans.Original;

/// <summary>
/// The paper itself, for who may see the plan: the very file it was read from, and its words. A plan names people (who signs, whom to call), so taking it away is told to the audit.
/// </summary>
public sealed class OriginalPaper(PlansInReach reach, PlanPlaces places, FileStore store, ReadLog log)
{
    /// <summary>The file as it came, under the name it came under; whoever gets it answers with it.</summary>
    public async Task<Result<(StoredContent Content, string Name)>> FileAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.HeadAsync(id, withText: false, cancellation) is not { FileSha256: { } hash } plan)
        {
            return Problem.NotFound("Không tìm thấy tệp gốc của kế hoạch này, hoặc tài khoản này không được xem.");
        }
        await log.Opened("plan.original", plan.RegisterId, places.ReaderOf(plan), cancellation, plan.Id);
        var opened = await store.OpenAsync(plan.RegisterId, hash, cancellation);
        return opened.Problem is { } problem ? problem : (opened.Value, Path.GetFileNameWithoutExtension(plan.FileName!));
    }

    /// <summary>The words as they were read, as a text file that an office program opens.</summary>
    public async Task<Result<(StoredContent Content, string Name)>> TextAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.HeadAsync(id, withText: true, cancellation) is not { Received: { } text, TextSha256: { } hash } plan)
        {
            return Problem.NotFound("Không tìm thấy toàn văn của kế hoạch này, hoặc tài khoản này không được xem.");
        }
        await log.Opened("plan.text", plan.RegisterId, places.ReaderOf(plan), cancellation, plan.Id);
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.Text)).ToArray();
        var file = new StoredFile
        {
            RegisterId = plan.RegisterId,
            Sha256 = hash,
            Size = bytes.Length,
            MediaType = MediaType.Text.Name,
            FirstStoredAt = plan.TakenInAt,
        };
        return (new StoredContent(file, new MemoryStream(bytes)), SearchKey.Of(PlanWords.NameOf(plan)).Replace(' ', '-'));
    }

    /// <summary>What is found, to be saved; or why not.</summary>
    internal static async Task<IResult> AnswerAsync(Task<Result<(StoredContent Content, string Name)>> opening, HttpContext http)
    {
        var opened = await opening;
        if (opened.Problem is { } problem)
        {
            http.Items[nameof(Problem)] = problem;
            return Results.StatusCode(ProblemHttp.StatusOf(problem.Kind));
        }
        return opened.Value.Content.ToHttp(opened.Value.Name);
    }
}
