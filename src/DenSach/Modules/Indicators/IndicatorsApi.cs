using DenSach.Modules.Areas;
using DenSach.Modules.Indicators.Families;
using DenSach.Modules.Indicators.Sums;
using DenSach.Modules.Indicators.Table;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;

namespace DenSach.Modules.Indicators;

/// <summary>The same figures for programs.</summary>
internal static class IndicatorsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/api/targets",
                (int? area, string? asAt, ReadTargets targets, Clock clock, CancellationToken cancellation) =>
                    AskAsync(area, asAt, clock, (id, day) => targets.AskAsync(id, day, cancellation))
            )
            .WithMetadata(new NeedsAttribute(IndicatorsModule.Read))
            .WithTags("indicators")
            .WithSummary("What the plans in force ask for in an area as at a day, and how far it is")
            .Produces<TargetTable>();
        endpoints
            .MapGet(
                "/api/targets/families",
                (int? area, string? asAt, int? page, HoldingFamilies families, Clock clock, CancellationToken cancellation) =>
                    AskAsync(area, asAt, clock, (id, day) => families.FindAsync(id, day, page ?? 1, cancellation))
            )
            .WithMetadata(new NeedsAttribute(RegistryModule.Read))
            .WithTags("indicators")
            .WithSummary("The families behind the number")
            .Produces<FamiliesFound>();
        endpoints
            .MapGet(
                "/api/measures/{measure}",
                (string measure, int? area, string? asAt, ReadMeasure read, Clock clock, CancellationToken cancellation) =>
                    AskAsync(area, asAt, clock, (id, day) => read.AskAsync(measure, id, day, cancellation))
            )
            .WithMetadata(new NeedsAttribute(IndicatorsModule.Read))
            .WithTags("indicators")
            .WithSummary("One measure in an area as at a day")
            .Produces<MeasureAnswer>();
        endpoints.MapGet("/chi-tieu/gia-dinh/xuat.csv", FileAsync).WithMetadata(new NeedsAttribute(RegistryModule.Read)).ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync(int? diaban, string? ngay, HoldingFamilies families, Clock clock, CancellationToken cancellation)
    {
        var day = DayInQuery.Read(ngay, clock.Today, nameof(ngay));
        if (day.Problem is not null || diaban is not { } area)
        {
            return (day.Problem is { } problem ? (Result<int>)problem : NoArea).ToHttp();
        }
        var file = await families.FileAsync(area, day.Value, cancellation);
        return file.Ok ? Results.File(file.Value, Csv.ContentType, $"gia-dinh-hoc-tap-{area}-{day.Value.Iso()}.csv") : file.ToHttp();
    }

    private static async Task<IResult> AskAsync<T>(int? area, string? asAt, Clock clock, Func<int, DateOnly, Task<Result<T>>> ask)
    {
        var day = DayInQuery.Read(asAt, clock.Today, nameof(asAt));
        return area is not { } id ? ((Result<T>)NoArea).ToHttp()
            : day.Problem is { } problem ? ((Result<T>)problem).ToHttp()
            : (await ask(id, day.Value)).ToHttp();
    }

    private static Problem NoArea { get; } = Problem.Invalid("indicators.area", "Thiếu địa bàn: hãy thêm số của nó vào địa chỉ, như area=2001 cho xã Bình Lư.", "area");
}
