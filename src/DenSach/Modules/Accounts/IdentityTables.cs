using DenSach.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Accounts;

// What ASP.NET Core Identity keeps beside an account: claims, sign-ins by another provider, and tokens (the key of the second step, recovery codes).

internal sealed class AccountClaimMap : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim)
    {
        claim.ToTable("account_claim").IsReference();
        claim.HasKey(c => c.Id);
        claim.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class AccountLoginMap : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.ToTable("account_login").IsReference();
        login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
        login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
    }
}

internal sealed class AccountTokenMap : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("account_token").IsReference();
        token.HasKey(t => new
        {
            t.UserId,
            t.LoginProvider,
            t.Name,
        });
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }
}
