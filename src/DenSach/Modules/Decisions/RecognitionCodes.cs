using DenSach.Platform.Data;
using DenSach.Platform.Papers;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions;

/// <summary>Tells the sheet of a family the code of what it was recognised by.</summary>
internal sealed class RecognitionCodes(AppDb db) : IGiveCheckCode
{
    public async Task<string?> OfAssessmentAsync(Guid assessmentId, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(assessmentId);
        var id = await db.Set<Recognition>().Where(r => r.RegisterId == register && r.AssessmentId == assessmentId).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellation);
        return id is { } known ? PublicCode.Of(known) : null;
    }
}
