using Microsoft.AspNetCore.Mvc;

namespace DenSach.Platform.Errors;

/// <summary>The one mapping of refusals to HTTP: status for pages, ProblemDetails for programs.</summary>
public static class ProblemHttp
{
    public static int StatusOf(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.Invalid => StatusCodes.Status400BadRequest,
            ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
            ProblemKind.NotFound => StatusCodes.Status404NotFound,
            ProblemKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>The answer of an API endpoint: the value, or ProblemDetails with our code and sentence.</summary>
    public static IResult ToHttp<T>(this Result<T> result) =>
        result.Problem is { } problem
            ? Results.Problem(
                new ProblemDetails
                {
                    Status = StatusOf(problem.Kind),
                    Title = problem.Sentence,
                    Type = $"urn:densach:{problem.Code}",
                    Extensions = { ["code"] = problem.Code, ["field"] = problem.Field },
                }
            )
            : Results.Ok(result.Value);
}
