using DenSach.Modules.Accounts;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments;

/// <summary>
/// Forgets who handed in a family's sheet for the own household. What an officer did in an office keeps its name: the case must show who answers for it.
/// </summary>
internal sealed class AssessmentPersons : IHoldPersonalData
{
    public async Task EraseAsync(Guid personId, Work work, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(personId) is not { } register)
        {
            return;
        }
        var accounts = work.Db.Set<Account>().Where(a => a.PersonId == personId).Select(a => a.Id);
        var steps = work.Db.Set<AssessmentStep>().Where(s => s.RegisterId == register && s.Role == Role.Citizen && accounts.Contains(s.AccountId));
        foreach (var step in await steps.ToListAsync(cancellation))
        {
            step.ForgetName();
        }
    }
}
