using DenSach.Modules.Plans;
using DenSach.Modules.Tasks.Board;
using DenSach.Modules.Tasks.Continue;
using DenSach.Modules.Tasks.Follow;
using DenSach.Modules.Tasks.Report;
using DenSach.Modules.Tasks.Waiting;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Tasks;

/// <summary>The work that plans give to agencies: whose it is, when it is due, how it goes.</summary>
public sealed class TasksModule : IModule
{
    /// <summary>Says whose a task is, what comes of it and when it is due.</summary>
    public const string Follow = "tasks.follow";

    /// <summary>Tells how an own task goes.</summary>
    public const string Report = "tasks.report";

    public void Add(ModuleBuilder module)
    {
        module.Permissions(
            Permission.In(Follow, "Giao việc, đặt hạn và theo dõi nhiệm vụ", Role.CommuneAssociationOfficer, Role.CommuneCultureOfficer, Role.ProvinceAssociationOfficer),
            new Permission(Report, "Báo tiến độ nhiệm vụ của mình", [ScopeKind.Area, ScopeKind.Organisation], [.. TaskOwners.Roles])
        );
        module
            .UseCase<TaskPlans>()
            .UseCase<TasksInReach>()
            .UseCase<TasksDone>()
            .UseCase<TaskHolders>()
            .UseCase<TaskSharers>()
            .UseCase<View.TaskSheets>()
            .UseCase<TaskBoard>()
            .UseCase<BoardFile>()
            .UseCase<FollowTask>()
            .UseCase<ReportProgress>();
        module
            .Services.AddScoped<IWaitForMe, WaitingTasks>()
            .AddScoped<IWaitForMe, NewPlanTasks>()
            .AddScoped<IFollowTasks, ContinueTasks>()
            .AddScoped<ITellOfItems, View.TellOfTasks>();
        module.Menu<TasksModule>("Nhiệm vụ", "/nhiem-vu", Plans.PlansModule.Read, order: 11);
    }

    public void Map(IEndpointRouteBuilder endpoints) => TasksApi.Map(endpoints);
}
