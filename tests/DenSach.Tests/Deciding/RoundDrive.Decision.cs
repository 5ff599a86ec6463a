using DenSach.Modules.Decisions.Draft;
using DenSach.Modules.Decisions.Number;
using DenSach.Modules.Decisions.Sign;
using DenSach.Modules.Decisions.Submit;
using DenSach.Platform.Errors;

namespace DenSach.Tests.Deciding;

/// <summary>The steps of the decision one by one: draft, submission, signature, number.</summary>
public sealed partial class RoundDrive
{
    public Task<Result<DraftDecision.Drafted>> DraftAsync() =>
        As<DraftDecision, DraftDecision.Drafted>(Officer, (draft, cancellation) => draft.Handle(new() { CommandId = Guid.CreateVersion7(), RoundId = RoundId }, cancellation));

    public Task<Result<SubmitDecision.Done>> StepAsync(string card, Guid decision, int basedOn, SubmitDecision.Step step, string? reason = null) =>
        As<SubmitDecision, SubmitDecision.Done>(
            card,
            (submit, cancellation) =>
                submit.Handle(
                    new()
                    {
                        CommandId = Guid.CreateVersion7(),
                        DecisionId = decision,
                        BasedOn = basedOn,
                        Step = step,
                        Reason = reason,
                    },
                    cancellation
                )
        );

    public Task<Result<SignDecision.Signed>> SignAsync(string card, Guid decision, int basedOn, DateOnly? signedOn = null, string? late = null) =>
        As<SignDecision, SignDecision.Signed>(
            card,
            (sign, cancellation) =>
                sign.Handle(
                    new()
                    {
                        CommandId = Guid.CreateVersion7(),
                        DecisionId = decision,
                        BasedOn = basedOn,
                        SignerPosition = "CHỦ TỊCH",
                        SignedOn = signedOn,
                        LateReason = late,
                    },
                    cancellation
                )
        );

    public Task<Result<EnterNumber.InForce>> NumberAsync(Guid decision, int basedOn, string text, DateOnly? issuedOn = null, string? late = null) =>
        As<EnterNumber, EnterNumber.InForce>(
            Clerk,
            (enter, cancellation) =>
                enter.Handle(
                    new()
                    {
                        CommandId = Guid.CreateVersion7(),
                        DecisionId = decision,
                        BasedOn = basedOn,
                        Number = text,
                        IssuedOn = issuedOn ?? new DateOnly(held, 11, 28),
                        LateReason = late,
                    },
                    cancellation
                )
        );

    /// <summary>Draft, signature, number: the ids of what is in force.</summary>
    public async Task<EnterNumber.InForce> DecideAsync(string text)
    {
        var decision = (await DraftAsync()).Must().DecisionId;
        (await StepAsync(Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        (await SignAsync(Leader, decision, 2)).Must();
        return (await NumberAsync(decision, 3, text)).Must();
    }
}
