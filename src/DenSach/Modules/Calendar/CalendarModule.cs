using DenSach.Modules.Calendar.Feed;
using DenSach.Modules.Calendar.Settle;
using DenSach.Modules.Calendar.Waiting;
using DenSach.Modules.Calendar.Year;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Calendar;

/// <summary>Everything that is due in an area, from its plans and rounds: year, month, and a feed for the calendars people already use.</summary>
public sealed class CalendarModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.UseCase<SettledDeadlines>().UseCase<SettleDeadline>().UseCase<YearFile>();
        module.UseCase<AreaCalendar>().UseCase<CalendarAreas>().UseCase<AskedByCommune>().UseCase<AskedByProvince>().UseCase<MakeFeed>().UseCase<EndFeed>().UseCase<FeedText>();
        module
            .Services.AddScoped<IWaitForMe, ComingDue>()
            .AddScoped<IKnowKeptDays>(services => services.GetRequiredService<SettledDeadlines>())
            .AddScoped<ITellOfItems, TellOfDeadlines>();
        module.Menu<CalendarModule>("Lịch", "/lich", PlansModule.Read, order: 12);
    }

    public void Map(IEndpointRouteBuilder endpoints) => CalendarApi.Map(endpoints);
}
