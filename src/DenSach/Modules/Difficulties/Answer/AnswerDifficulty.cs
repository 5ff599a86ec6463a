using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Difficulties.Answer;

/// <summary>
/// What is done about a difficulty: the level it was told to answers it or passes it up; who passed it up says that the answer was read; who told it says that it is settled, or that it is not.
/// </summary>
public sealed class AnswerDifficulty(AppDb db, CommandRunner runner, DifficultiesInReach reach)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DifficultyId { get; init; }

        /// <summary>The version that was shown.</summary>
        public required int BasedOn { get; init; }
        public required DifficultyAct Act { get; init; }

        /// <summary>May be empty only of an answer that was read.</summary>
        public required string? Text { get; init; }
    }

    public async Task<Result<int>> Handle(Command command, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(command.DifficultyId) is not { } register)
        {
            return Problem.NotFound();
        }
        if (string.IsNullOrWhiteSpace(command.Text) && command.Act != DifficultyAct.Heed || command.Text?.Length > DifficultiesInReach.LongestText)
        {
            return Problem.Invalid("difficulties.text", $"Hãy ghi câu trả lời hoặc lý do, nhiều nhất {DifficultiesInReach.LongestText} ký tự.", nameof(command.Text));
        }
        return await runner.Run<int>(command, register, work => ActAsync(command, register, work, cancellation), cancellation);
    }

    private async Task<Result<int>> ActAsync(Command command, int register, Work work, CancellationToken cancellation)
    {
        var difficulty = await db.Set<Difficulty>().Include(d => d.Steps).SingleOrDefaultAsync(d => d.RegisterId == register && d.Id == command.DifficultyId, cancellation);
        if (difficulty is null || await reach.FindAsync(command.DifficultyId, cancellation) is null)
        {
            return Problem.NotFound();
        }
        if (difficulty.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        var own = reach.IsOwn(difficulty);
        var grant = reach.GrantToAnswer(difficulty);
        var acting = command.Act switch
        {
            DifficultyAct.Answer or DifficultyAct.PassUp => grant,
            DifficultyAct.Heed => reach.GrantThatPassedUp(difficulty),
            _ => reach.GrantToSpeak(difficulty),
        };
        var (text, by) = (command.Text ?? "", reach.SpokenBy(work, acting));
        switch (command.Act)
        {
            case DifficultyAct.Answer when grant is not null:
                difficulty.Answer(text, by);
                break;
            case DifficultyAct.PassUp when grant is not null && difficulty.State == DifficultyState.Open:
                if (reach.Above(difficulty.ToAreaId, null) is not { } above)
                {
                    return Problem.Refused("difficulties.top", "Trên cấp này không còn cấp nào trong hệ thống để chuyển lên: hãy trả lời, hoặc gửi công văn.");
                }
                difficulty.PassUp(above.Id, text, by);
                break;
            case DifficultyAct.Reopen when own && difficulty.State == DifficultyState.Answered:
                difficulty.Reopen(text, by);
                break;
            case DifficultyAct.Close when own && difficulty.State != DifficultyState.Closed:
                difficulty.Close(text, by);
                break;
            case DifficultyAct.Heed when reach.IsToHeed(difficulty):
                difficulty.Heed(text, by);
                break;
            default:
                return Problem.Refused("difficulties.act", "Việc này không làm được ở bước hiện tại, hoặc không phải của tài khoản này. Chưa có gì thay đổi: hãy mở lại trang.");
        }
        // A second answer leaves the state as it is: what others were shown is older all the same.
        db.Entry(difficulty).State = EntityState.Modified;
        work.Role = acting?.Role;
        work.Tell(register, "difficulties.act", command.Act.ToString(), difficulty.Id);
        return difficulty.Version + 1;
    }
}
