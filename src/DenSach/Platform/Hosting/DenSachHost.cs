using System.Globalization;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Platform.Operation;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Authorization;

namespace DenSach.Platform.Hosting;

/// <summary>Builds the application from its modules: the same for the server, the command line and the tests.</summary>
public static class DenSachHost
{
    public static WebApplication Build(string[] args, IReadOnlyList<IModule> modules, Action<IServiceCollection>? change = null)
    {
        SpeakVietnamese();
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                // Settings are read once: nobody watches their files, of which a machine lets only so many be watched.
                Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = "wwwroot",
                ApplicationName = typeof(DenSachHost).Assembly.GetName().Name,
            }
        );
        var settings = Settings.From(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(modules);
        services.AddSingleton<Installation>();
        services.AddSingleton(settings.Now is { } now ? new ShiftedTime(now) : TimeProvider.System);
        services.AddSingleton<Clock>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PermissionCatalog>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Gate>();
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();
        services.AddScoped<CommandRunner>().AddScoped<AllWaiting>().AddSingleton<WaitingMemory>();
        services.AddScoped<ReadLog>();
        services.AddSingleton<EvidenceFolder>();
        services.AddScoped<Backup>();
        services.AddScoped<Upgrade>();
        services.AddData(settings);
        builder.AddLogs();
        builder.AddUi();
        var module = new ModuleBuilder(services, builder.Configuration, settings);
        foreach (var each in modules)
        {
            each.Add(module);
        }
        change?.Invoke(services);
        var app = builder.Build();
        // A wrong address is told at the start, not on the first slip.
        app.Services.GetRequiredService<PublicAddress>();
        app.UseUi(modules);
        foreach (var each in modules)
        {
            each.Map(app);
        }
        return app;
    }

    /// <summary>Serves, or carries out a verb of the command line. Answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<IModule> modules)
    {
        SpeakVietnamese();
        var isVerb = args is [{ } first, ..] && !first.StartsWith('-');
        Lazy<WebApplication> lazy = new(() => Build(isVerb ? [] : args, modules));
        try
        {
            if (isVerb)
            {
                return await CommandLine.RunAsync(modules, args, () => lazy.Value.Services);
            }
            var app = lazy.Value;
            var installation = app.Services.GetRequiredService<Installation>();
            await installation.PrepareAsync(app.Services, modules, CancellationToken.None);
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Welcome(app.Urls, installation.IsDemo)));
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (StartFailures.Of(failure, lazy.IsValueCreated ? lazy.Value.Services.GetRequiredService<Settings>() : null) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return 1;
        }
        finally
        {
            if (lazy.IsValueCreated)
            {
                await lazy.Value.DisposeAsync();
            }
        }
    }

    /// <summary>Figures and dates as the field writes them, wherever no person's choice says otherwise.</summary>
    private static void SpeakVietnamese() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("vi-VN");

    private static string Welcome(IEnumerable<string> addresses, bool isDemo) =>
        $"""

            Đèn Sách: {string.Join("  ", addresses)}
            {(
                isDemo
                    ? "Dữ liệu dùng thử: mở địa chỉ trên, bấm “Đăng nhập” rồi chọn một thẻ vai. / Demo data: open the address, sign in by tapping a card."
                    : "Đăng nhập bằng tài khoản đã được cấp. / Sign in with the account you were given."
            )}

            """;

    /// <summary>A clock that starts at a given instant and then goes on.</summary>
    private sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
    {
        private readonly TimeSpan shift = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
