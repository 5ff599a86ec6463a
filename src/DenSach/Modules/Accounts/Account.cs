using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Accounts;

/// <summary>
/// Somebody who can sign in. An account alone may do nothing: rights come from grants. Every change of the password, of the second step
/// or of a lock renews the security stamp, and with it all sessions opened before end.
/// </summary>
public sealed class Account : IdentityUser<Guid>, IVersioned
{
    /// <summary>Five wrong passwords from one place, or five wrong codes, close the door for a quarter of an hour.</summary>
    public const int FailuresAllowed = 5;

    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    public required string DisplayName { get; set; }

    /// <summary>Both names folded, for the list's search box.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>The holder's own household, once the registry knows it: in an office nobody acts on it.</summary>
    public Guid? HouseholdId { get; private set; }

    /// <summary>The holder in the registry.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Since when an administrator keeps the account closed; null while it is open.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>The last codes of the second step, newest first: none is taken twice while the phone's clock would still allow it.</summary>
    public string? UsedCodes { get; private set; }

    /// <summary>The sessions signed out of within the last day, each with the instant it would have ended by itself.</summary>
    public string? EndedSessions { get; private set; }

    public int Version { get; set; }

    /// <summary>The holder asked to be forgotten. Such an account opens nothing ever again.</summary>
    public bool IsForgotten => UserName == ForgottenName;

    private string ForgottenName => $"xoa-{Id:N}";

    public static Account New(string userName, string displayName) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = displayName,
            SearchKey = Platform.Text.SearchKey.Of($"{displayName} {userName}"),
            LockoutEnabled = true,
            SecurityStamp = NewStamp(),
        };

    public void LivesIn(Guid? householdId, Guid? personId) => (HouseholdId, PersonId) = (householdId, personId);

    public bool IsLockedOut(DateTime now) => LockoutEnd is { } end && end.UtcDateTime > now;

    /// <summary>Counts a wrong password or code. Answers whether this one closes the door.</summary>
    public bool Failed(DateTime now)
    {
        AccessFailedCount++;
        if (AccessFailedCount < FailuresAllowed)
        {
            return false;
        }
        AccessFailedCount = 0;
        LockoutEnd = new DateTimeOffset(now + LockOut, TimeSpan.Zero);
        return true;
    }

    public void SignedIn() => (AccessFailedCount, LockoutEnd) = (0, null);

    public bool HasUsed(string code) => UsedCodes?.Split(' ').Contains(code) == true;

    public void UseCode(string code) => UsedCodes = string.Join(' ', (UsedCodes?.Split(' ') ?? []).Prepend(code).Take(8));

    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        SignedIn();
        EndSessions();
    }

    public void TurnSecondStep(bool on)
    {
        TwoFactorEnabled = on;
        UsedCodes = null;
        EndSessions();
    }

    public void Lock(DateTime now)
    {
        LockedAt = now;
        EndSessions();
    }

    public void Unlock()
    {
        LockedAt = null;
        SignedIn();
    }

    /// <summary>Password and second step are gone: whoever holds the next slip sets them anew. Their secrets lie beside the account: <see cref="AccountStore.TakeAccessAsync"/>.</summary>
    internal void LoseAccess()
    {
        PasswordHash = null;
        TurnSecondStep(false);
    }

    /// <summary>Closes the account for good, ends its rights and takes every name off it.</summary>
    internal void Forget(IEnumerable<Grant> grants, DateTime now, DateOnly today)
    {
        foreach (var grant in grants.Where(g => g.To is null || g.To > today))
        {
            grant.EndOn(today);
        }
        Lock(now);
        UserName = ForgottenName;
        NormalizedUserName = UserName.ToUpperInvariant();
        DisplayName = "(đã xoá)";
        (SearchKey, PersonId, HouseholdId) = ("", null, null);
    }

    /// <summary>Signs out everywhere.</summary>
    public void EndSessions() => (SecurityStamp, EndedSessions) = (NewStamp(), null);

    /// <summary>Signs out of one session, so that no copy of its cookie opens anything. Where the list would grow too long, out of all of them.</summary>
    public void EndSession(string session, DateTime since, DateTime now)
    {
        EndedSessions = new EndedSessions(EndedSessions).With(session, since + SignInCookie.Longest, now);
        if (EndedSessions.Length > Accounts.EndedSessions.MostText)
        {
            EndSessions();
        }
    }

    private static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account").IsReference();
        account.HasKey(a => a.Id);
        account.Property(a => a.UserName).HasMaxLength(60).IsRequired();
        account.Property(a => a.NormalizedUserName).HasMaxLength(60).IsRequired();
        account.Property(a => a.DisplayName).HasMaxLength(120);
        account.Property(a => a.SearchKey).HasMaxLength(200);
        account.Property(a => a.UsedCodes).HasMaxLength(80);
        account.Property(a => a.EndedSessions).HasMaxLength(Accounts.EndedSessions.MostText);
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.HasIndex(a => a.PersonId);
        // Version guards against lost updates; Identity's own stamp would be a second one. No flow needs a letter or a call, so neither address is kept.
        account.Ignore(a => a.ConcurrencyStamp);
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
    }
}
