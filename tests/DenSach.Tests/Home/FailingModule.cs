using System.Net;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DenSach.Tests.Home;

/// <summary>A module that cannot tell what waits takes no page down: it counts nothing, the home page says so, and the others are listed.</summary>
public abstract class FailingModule(Engine engine)
    : TestApp(
        engine,
        services => services.AddScoped<IWaitForMe, Fails>().AddScoped<IWaitForMe, IsOvertaken>().AddLogging(log => log.AddFilter(typeof(AllWaiting).FullName, LogLevel.None))
    )
{
    private const string Told = "Chưa lập được danh sách việc chờ của một phần.";

    [Fact]
    public async Task Every_page_opens_and_the_home_page_tells_whose_list_is_missing()
    {
        using var officer = await this.SignInAsync("hoi-khuyen-hoc");
        var home = await officer.GetAsync("/viec");
        home.Status.ShouldBe(HttpStatusCode.OK);
        home.Find("[role=alert]")!.TextContent.ShouldContain(Told);
        home.FindAll(".queue li").ShouldNotBeEmpty("the other modules are asked all the same");
        home.Text.ShouldNotContain("Không có việc nào trễ hạn", Case.Sensitive, "that is not known");
        Time.Advance(TimeSpan.FromSeconds(61));
        var other = await officer.GetAsync("/ke-hoach");
        other.Status.ShouldBe(HttpStatusCode.OK);
        other.Find(".side a[href='/viec'] .count").ShouldNotBeNull();
        other.Text.ShouldNotContain(Told);
    }

    [Fact]
    public async Task What_was_asked_before_a_command_is_not_remembered_after_it()
    {
        using var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var all = scope.ServiceProvider.GetRequiredService<AllWaiting>();
        await all.AskAsync(CancellationToken.None);
        all.Remembered.ShouldNotBeNull("nobody did anything meanwhile");
        IsOvertaken.ByACommand.Value = true;
        await all.AskAsync(CancellationToken.None);
        all.Remembered.ShouldBeNull("another tab of the account carried out a command while this one was asking");
    }

    private sealed class Fails : IWaitForMe
    {
        public Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation) => throw new InvalidOperationException("planted");
    }

    /// <summary>While it is asked, another tab of the same account commits.</summary>
    private sealed class IsOvertaken(WaitingMemory memory) : IWaitForMe
    {
        public static readonly AsyncLocal<bool> ByACommand = new();

        public Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
        {
            if (ByACommand.Value)
            {
                memory.Forget(actor.AccountId);
            }
            return Task.FromResult<IReadOnlyList<Waiting>>([]);
        }
    }
}

public sealed class FailingModuleOnSqlite() : FailingModule(Engine.Sqlite);

public sealed class FailingModuleOnPostgres() : FailingModule(Engine.Postgres);
