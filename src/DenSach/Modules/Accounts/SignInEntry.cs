using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Accounts;

public enum SignInMeans
{
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    DemoCard,
}

/// <summary>One opening of the account, shown to its holder, who alone can say whether it was them. No device, no address.</summary>
public sealed class SignInEntry : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTime At { get; init; }
    public required SignInMeans Means { get; init; }

    public static SignInEntry Of(Guid accountId, SignInMeans means, DateTime now)
    {
        var register = AuditTrail.SystemRegisterOf(accountId);
        return new SignInEntry
        {
            RegisterId = register,
            Id = RowId.New(register),
            AccountId = accountId,
            At = now,
            Means = means,
        };
    }
}

internal sealed class SignInEntryMap : IEntityTypeConfiguration<SignInEntry>
{
    public void Configure(EntityTypeBuilder<SignInEntry> entry)
    {
        entry.ToTable("account_sign_in").IsByRegister();
        entry.HasIndex(e => new
        {
            e.RegisterId,
            e.AccountId,
            e.At,
        });
    }
}
