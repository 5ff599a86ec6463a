using DenSach.Modules.Accounts.Expired;
using DenSach.Modules.Accounts.SignIn;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DenSach.Modules.Accounts;

/// <summary>Who may come in, and who may let others in: accounts, sign-in, grants, printed slips.</summary>
public sealed class AccountsModule : IModule
{
    public const string Manage = "accounts.manage";

    public void Add(ModuleBuilder module)
    {
        var services = module.Services;
        services.AddMemoryCache();
        services.AddDataProtection().SetApplicationName("densach");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys>();
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAuthentication(SignInCookie.Scheme).AddCookie(SignInCookie.Scheme, SignInCookie.Configure);
        services.AddSingleton<KnownAccounts>();
        services.AddSingleton<KeptPosts>();
        services.AddSingleton<Strangers>();
        services.AddSingleton<SecondStepForm>();
        module.Permissions(Permission.In(Manage, "Quản lý tài khoản và quyền", Role.Administrator, Role.CommuneAssociationOfficer)).UseCase<AccountDiary>().UseCase<OpenSession>();
    }

    public void Use(IApplicationBuilder app)
    {
        app.UseMiddleware<ActorOfRequest>();
        app.UseMiddleware<KeepExpiredPost>();
    }

    public Task FirstStartAsync(IServiceProvider services, bool demo, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDb>();
        return demo
            ? DemoAccounts.AddAsync(db, services.GetRequiredService<IPasswordHasher<Account>>(), cancellation)
            : FirstStart.AddAdministratorAsync(db, services.GetRequiredService<Clock>(), Console.Out, cancellation);
    }
}
