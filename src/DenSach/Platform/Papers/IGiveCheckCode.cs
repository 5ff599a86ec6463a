namespace DenSach.Platform.Papers;

/// <summary>By which code anybody checks what an assessment brought. A later module answers; the sheet of a family asks.</summary>
public interface IGiveCheckCode
{
    /// <summary>The code in its groups; null while nothing was recognised.</summary>
    Task<string?> OfAssessmentAsync(Guid assessmentId, CancellationToken cancellation);
}
