using DenSach.Modules.Accounts.Create;
using DenSach.Modules.Accounts.Expired;
using DenSach.Modules.Accounts.Grants;
using DenSach.Modules.Accounts.Holding;
using DenSach.Modules.Accounts.Locking;
using DenSach.Modules.Accounts.Own;
using DenSach.Modules.Accounts.OwnSecondStep;
using DenSach.Modules.Accounts.Receive;
using DenSach.Modules.Accounts.Reset;
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

    public IReadOnlyList<CommandLineVerb> Verbs => [new("accounts code", "USERNAME: prints a one-time code by which its holder chooses a password", FirstStart.PrintCodeAsync)];

    public void Add(ModuleBuilder module)
    {
        var services = module.Services;
        services.AddMemoryCache();
        services.AddDataProtection().SetApplicationName("densach");
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys>();
        services.AddScoped<IPasswordHasher<Account>, AccountPasswords>();
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>().AddTokenProvider<PhoneCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAuthentication(SignInCookie.Scheme).AddCookie(SignInCookie.Scheme, SignInCookie.Configure);
        services.AddSingleton<KnownAccounts>();
        services.AddSingleton<KeptPosts>();
        services.AddSingleton<WrongPasswords>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SecondStepForm>();
        services.AddSingleton<QrImages>();
        services.AddScoped<Authority>();
        services.AddScoped<GrantWords>();
        services.AddScoped<NewGrant>();
        services.AddScoped<Homes>();
        services.AddScoped<IHoldPersonalData, AccountHolders>();
        module
            .Permissions(Permission.In(Manage, "Quản lý tài khoản và quyền", Role.Administrator, Role.CommuneAssociationOfficer))
            .UseCase<AccountDiary>()
            .UseCase<OpenSession>()
            .UseCase<ReceiveAccess>()
            .UseCase<ChangePassword>()
            .UseCase<SetSecondStep>()
            .UseCase<CreatingAccount>()
            .UseCase<GivingGrant>()
            .UseCase<EndingGrant>()
            .UseCase<NamingHolder>()
            .UseCase<LockingAccount>()
            .UseCase<ResettingAccess>()
            .Menu<AccountsModule>("Tài khoản", "/tai-khoan", Manage, 900);
    }

    public void Map(IEndpointRouteBuilder endpoints) => QrImages.Map(endpoints);

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
