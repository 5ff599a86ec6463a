using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments;
using DenSach.Modules.Calendar;
using DenSach.Modules.Coordination;
using DenSach.Modules.Criteria;
using DenSach.Modules.Decisions;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Home;
using DenSach.Modules.Indicators;
using DenSach.Modules.Operation;
using DenSach.Modules.Plans;
using DenSach.Modules.Portal;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Modules.Tasks;
using DenSach.Platform.Hosting;

namespace DenSach;

/// <summary>The capabilities of the application, in their order: a module uses only the root types of those above it.</summary>
public static class AllModules
{
    public static IReadOnlyList<IModule> List { get; } =
    [
        new HomeModule(),
        new AreasModule(),
        new AccountsModule(),
        new RegistryModule(),
        new CriteriaModule(),
        new PlansModule(),
        new TasksModule(),
        new DifficultiesModule(),
        new CoordinationModule(),
        new RoundsModule(),
        new CalendarModule(),
        new AssessmentsModule(),
        new DecisionsModule(),
        new IndicatorsModule(),
        new PortalModule(),
        new OperationModule(),
    ];
}
