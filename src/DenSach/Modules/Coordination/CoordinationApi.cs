using DenSach.Modules.Coordination.Committees;
using DenSach.Modules.Coordination.Regulations;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Coordination;

/// <summary>Committees and regulations for programs.</summary>
internal static class CoordinationApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var coordination = endpoints.MapGroup("/api/coordination").WithTags("coordination").WithMetadata(new NeedsAttribute(PlansModule.Read));
        coordination
            .MapPost(
                "/committees",
                async (FoundCommittee.Command command, FoundCommittee found, CancellationToken cancellation) => (await found.Handle(command, cancellation)).ToHttp()
            )
            .WithSummary("Sets up a steering committee")
            .Produces<Guid>();
        coordination
            .MapPost(
                "/members",
                async (ChangeMembers.Command command, ChangeMembers change, CancellationToken cancellation) => (await change.Handle(command, cancellation)).ToHttp()
            )
            .WithSummary("Appoints a member, ends a term, or dissolves a committee")
            .Produces<int>();
        coordination
            .MapPost(
                "/members/correct",
                async (CorrectMember.Command command, CorrectMember correct, CancellationToken cancellation) => (await correct.Handle(command, cancellation)).ToHttp()
            )
            .WithSummary("Corrects what was written wrongly of a member")
            .Produces<int>();
        coordination
            .MapPost(
                "/regulations",
                async (KeepRegulation.Command command, KeepRegulation keep, CancellationToken cancellation) => (await keep.Handle(command, cancellation)).ToHttp()
            )
            .WithSummary("Keeps a regulation on coordination")
            .Produces<Guid>();
        coordination
            .MapPost(
                "/regulations/review",
                async (ReviewRegulation.Command command, ReviewRegulation review, CancellationToken cancellation) => (await review.Handle(command, cancellation)).ToHttp()
            )
            .WithSummary("Keeps what a look at a regulation found, and when to look again")
            .Produces<Guid>();
    }
}
