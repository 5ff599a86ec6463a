using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Tasks;

/// <summary>A task that many hold, given and told of as on its page.</summary>
internal static class SharedTasks
{
    public static readonly string[] Hamlets = [.. KnownAreas.BinhLuHamlets.Select(h => $"dia-ban:{h}")];

    public static Task<Plan> TaskAsync(this TestApp app, string what, string lead = "Các bản") =>
        app.PlantAsync(KnownAreas.BinhLu, p => p.Add(new TaskContent { Lead = lead, What = what }));

    public static string PathOf(Plan plan) => $"/nhiem-vu/{plan.Id}/1";

    public static async Task<PageView> GiveAsync(Session officer, Plan plan, string due) =>
        await (await officer.GetAsync(PathOf(plan))).Form("Ghi việc giao").Set("DueOn", due).SubmitAsync();

    public static async Task<PageView> TellAsync(Session who, Plan plan, string state, string text) =>
        await (await who.GetAsync(PathOf(plan))).Form("Ghi tiến độ").Set("State", state).Set("Text", text).SubmitAsync();

    public static async Task<string> QueueAsync(Session who) => (await who.GetAsync("/viec")).Text;

    public static Task<TaskState> WholeAsync(this TestApp app, Plan plan) =>
        app.QueryAsync(db => db.Set<TaskFollowed>().Where(f => f.PlanId == plan.Id).Select(f => f.State).SingleAsync());

    public static Task<string> NameAsync(this TestApp app, int hamlet) =>
        app.InsideAsync(services => Task.FromResult(services.GetRequiredService<AreaTree>()[KnownAreas.BinhLuHamlets[hamlet]].FullName));
}
