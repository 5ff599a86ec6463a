using DenSach.Modules.Assessments.Sheets;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;

namespace DenSach.Modules.Assessments.Evidence;

/// <summary>Gives a piece of evidence to who may see the family's sheet, and to nobody else whatever id he guesses.</summary>
internal static class ShowEvidence
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/danh-gia/{id:guid}/minh-chung/{evidenceId:guid}", ShowAsync)
            .WithMetadata(new Platform.Access.NeedsAttribute(AssessmentPermissions.Read))
            .ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(Guid id, Guid evidenceId, OpenSheet open, FileStore store, HttpContext http, CancellationToken cancellation)
    {
        var found = await open.FindAsync(id, cancellation);
        if (!found.Ok || found.Value.File.Evidence.FirstOrDefault(e => e.Id == evidenceId) is not { } evidence)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }
        var opened = await store.OpenAsync(evidence.RegisterId, evidence.Sha256, cancellation);
        if (opened.Problem is { } problem)
        {
            http.Items[nameof(Problem)] = problem;
            return Results.StatusCode(ProblemHttp.StatusOf(problem.Kind));
        }
        var household = found.Value.File.Household;
        return opened.Value.ToHttp($"minh-chung-ho-{household.Number}-muc-{evidence.LineId}");
    }
}
