using DenSach.Modules.Areas;
using DenSach.Modules.Decisions;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Portal.CheckCode;

public enum CheckVerdict
{
    InForce,
    NotYet,
    Expired,
}

/// <summary>What the public may know of a recognition.</summary>
/// <param name="Code">The code in its groups.</param>
/// <param name="Head">The head of the family as on the paper; null where that is a minor, or somebody who asked to be forgotten.</param>
/// <param name="From">First day it is in force.</param>
/// <param name="LastDay">Last day it is in force.</param>
/// <param name="IsSample">It rests on a sample and has no legal force.</param>
public sealed record CheckedRecognition(
    string Code,
    CheckVerdict Verdict,
    DateOnly AsAt,
    string Title,
    int Year,
    string? Head,
    string Hamlet,
    string Commune,
    string Number,
    DateOnly IssuedOn,
    string Issuer,
    DateOnly From,
    DateOnly LastDay,
    bool IsSample
);

/// <summary>Finds a recognition by the code on its paper. Nothing else of the family is told.</summary>
public sealed class RecognitionCheck(AppDb db, AreaTree tree, Clock clock)
{
    public static readonly Problem Malformed = Problem.Invalid(
        "bad_code",
        "Mã này chưa đúng: mã có 26 chữ và số, chia thành năm nhóm. Có thể bạn gõ nhầm một ký tự. Hãy so lại với giấy rồi gõ lại, hoặc quét mã QR."
    );

    public static readonly Problem Unknown = Problem.NotFound(
        "Không có giấy công nhận nào mang mã này. Nếu mã in trên giấy đúng như bạn gõ, tờ giấy không do hệ thống này cấp: hãy hỏi UBND xã ghi trên giấy."
    );

    public async Task<Result<CheckedRecognition>> FindAsync(string? code, CancellationToken cancellation)
    {
        if (PublicCode.Parse(code) is not { } id)
        {
            return Malformed;
        }
        var register = RowId.RegisterOf(id);
        var recognition = await db.Set<Recognition>().AsNoTracking().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == id, cancellation);
        if (recognition is null)
        {
            return Unknown;
        }
        var decision = await db.Set<Decision>().AsNoTracking().SingleAsync(d => d.RegisterId == recognition.DecisionRegisterId && d.Id == recognition.DecisionId, cancellation);
        // Where things were when it was decided, as the paper says it.
        var day = decision.IssuedOn!.Value;
        var commune = tree[decision.AreaId].FullName;
        return new CheckedRecognition(
            PublicCode.Of(id),
            recognition.IsInForceOn(clock.Today) ? CheckVerdict.InForce
                : clock.Today < recognition.From ? CheckVerdict.NotYet
                : CheckVerdict.Expired,
            clock.Today,
            recognition.Title,
            recognition.Year,
            await HeadAsync(recognition, decision, cancellation),
            tree[recognition.AreaId].FullName,
            string.Join(", ", tree.PathTo(decision.AreaId, day).Skip(1).Reverse().Select(a => a.FullName)) is { Length: > 0 } path ? path : commune,
            decision.Number!,
            day,
            $"Ủy ban nhân dân {commune}",
            recognition.From,
            recognition.To.AddDays(-1),
            recognition.RestsOnSample
        );
    }

    /// <summary>The name on the paper, if that person is known, of age today and was not erased since; who is not known may be a minor, and is not named.</summary>
    private async Task<string?> HeadAsync(Recognition recognition, Decision decision, CancellationToken cancellation)
    {
        var line = await db.Set<DecisionLine>()
            .AsNoTracking()
            .SingleAsync(l => l.RegisterId == decision.RegisterId && l.DecisionId == decision.Id && l.AssessmentId == recognition.AssessmentId, cancellation);
        if (line.HeadPersonId is not { } id)
        {
            return null;
        }
        var head = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.RegisterId == recognition.RegisterId && p.Id == id, cancellation);
        return head is null || head.IsErased || head.AgeOn(clock.Today) < RegistryMeasures.AdultAge ? null : line.HeadName;
    }
}
