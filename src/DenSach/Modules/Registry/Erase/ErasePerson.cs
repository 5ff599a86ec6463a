using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry.Erase;

/// <summary>A person asked to be forgotten.</summary>
/// <param name="Reason">Why, and by which request; stays in the command log until that is erased too.</param>
public sealed record ErasePerson(Guid PersonId, string? Reason) : Command;

/// <param name="Commands">How many recorded commands lost their content with it.</param>
public sealed record Erased(Guid PersonId, int Commands);

/// <summary>
/// Forgets a person in every module, and what was said of the person in recorded commands. That something was said, by whom and when stays:
/// the audit holds salted hashes only, and its chain remains whole.
/// </summary>
public sealed class PersonErasure(CommandRunner runner, Gate gate, IEnumerable<IHoldPersonalData> holders)
{
    public const int LongestReason = 500;

    public Task<Result<Erased>> Run(ErasePerson command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refused(Problem.Invalid("reason_missing", "Chưa ghi lý do xóa: hãy ghi ai yêu cầu và theo văn bản nào.", nameof(command.Reason)));
        }
        if (command.Reason.Length > LongestReason)
        {
            return Refused(
                Problem.Invalid("reason_too_long", $"Lý do dài {command.Reason.Length} ký tự, nhiều nhất là {LongestReason}: hãy viết ngắn lại.", nameof(command.Reason))
            );
        }
        return RowId.RegisterOf(command.PersonId) is { } register
            ? runner.Run(command, register, work => EraseAsync(command, register, work, cancellation), cancellation)
            : Refused(Problem.NotFound());
    }

    private async Task<Result<Erased>> EraseAsync(ErasePerson command, int register, Work work, CancellationToken cancellation)
    {
        var person = await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == command.PersonId, cancellation);
        if (person is null || !gate.Allows(RegistryModule.Erase, person.Place()))
        {
            return Problem.NotFound();
        }
        if (person.IsErased)
        {
            return Problem.Refused("already_erased", $"Dữ liệu của người này đã được xóa ngày {person.ErasedOn:dd/MM/yyyy}. Không còn gì để xóa.");
        }
        foreach (var holder in holders)
        {
            await holder.EraseAsync(person.Id, work, cancellation);
        }
        var commands = await ForgetCommands.NamingAsync(work.Db, register, person.Id, cancellation);
        work.Role = gate.GrantFor(RegistryModule.Erase, person.Place())?.Role;
        work.Tell(register, RegistryModule.Erase, "erased", person.Id, person.HouseholdId);
        return new Erased(person.Id, commands);
    }

    private static Task<Result<Erased>> Refused(Problem problem) => Task.FromResult<Result<Erased>>(problem);
}
