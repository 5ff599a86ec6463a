using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>A slip as the command's outcome keeps it: without the code.</summary>
public sealed record GivenSlip(Guid AccountId, Guid SlipId, string UserName, string DisplayName, DateTime ExpiresAt);

/// <summary>A slip to be printed now. The code is there once: who sends the same form again gets the slip without it.</summary>
public sealed record PrintedSlip(GivenSlip Slip, string? Code)
{
    public bool IsReadable => Code is not null;
}

/// <summary>A code that is being given out: made before the command runs, so that a repeated try writes the same slip and nothing of it is recorded.</summary>
internal sealed record NewSlip(Guid Id, string Code)
{
    public static NewSlip Make() => new(Guid.CreateVersion7(), OneTimeCode.New());

    /// <summary>Writes the slip; older ones of the account no longer open anything.</summary>
    public async Task<GivenSlip> GiveAsync(AppDb db, Account account, DateTime now, CancellationToken cancellation)
    {
        foreach (var old in await db.Set<AccessSlip>().Where(s => s.AccountId == account.Id && s.UsedAt == null && s.ReplacedAt == null).ToListAsync(cancellation))
        {
            old.Replace(now);
        }
        var slip = AccessSlip.For(account.Id, Id, Code, now);
        db.Add(slip);
        return new GivenSlip(account.Id, Id, account.UserName!, account.DisplayName, slip.ExpiresAt);
    }

    public PrintedSlip Print(GivenSlip given) => new(given, given.SlipId == Id ? Code : null);
}
