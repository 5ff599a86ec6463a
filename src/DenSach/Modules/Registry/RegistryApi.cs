using DenSach.Modules.Registry.Erase;
using DenSach.Modules.Registry.Export;
using DenSach.Modules.Registry.List;
using DenSach.Modules.Registry.ViewHousehold;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;

namespace DenSach.Modules.Registry;

/// <summary>The same questions and commands for programs.</summary>
internal static class RegistryApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/api/households",
                async (int? area, string? q, DateOnly? asAt, int? page, HouseholdList list, Clock clock, CancellationToken cancellation) =>
                    Results.Ok(await list.FindAsync(new HouseholdQuestion(area, q, asAt ?? clock.Today, Page: page ?? 1), cancellation))
            )
            .WithMetadata(new NeedsAttribute(RegistryModule.Read))
            .WithSummary("Households within reach on a day")
            .Produces<HouseholdsFound>();
        endpoints
            .MapGet(
                "/api/households/{id:guid}",
                async (Guid id, DateOnly? asAt, HouseholdCard card, Clock clock, CancellationToken cancellation) =>
                    (await card.OpenAsync(id, asAt ?? clock.Today, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(RegistryModule.Read))
            .WithSummary("A household with its members on a day")
            .Produces<HouseholdView>();
        endpoints
            .MapPost(
                "/api/persons/{id:guid}/erase",
                async (Guid id, EraseBody body, PersonErasure erasure, CancellationToken cancellation) =>
                    (await erasure.Run(new ErasePerson(id, body.Reason) { CommandId = body.CommandId }, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(RegistryModule.Erase))
            .WithSummary("Forget a person on request")
            .Produces<Erased>();
        endpoints
            .MapGet(
                "/ho/xuat.csv",
                async (int? diaban, string? q, DateOnly? ngay, string? xep, HouseholdExport export, Clock clock, CancellationToken cancellation) =>
                {
                    var question = new HouseholdQuestion(diaban, q, ngay ?? clock.Today, HouseholdOrders.Of(xep));
                    return Results.File(await export.WriteAsync(question, cancellation), Csv.ContentType, $"ho-gia-dinh-{question.AsAt:yyyy-MM-dd}.csv");
                }
            )
            .WithMetadata(new NeedsAttribute(RegistryModule.Read))
            .ExcludeFromDescription();
    }

    public sealed record EraseBody(Guid CommandId, string? Reason);
}
