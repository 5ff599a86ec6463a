using DenSach.Modules.Decisions.Api;
using DenSach.Platform.Hosting;
using DenSach.Platform.Papers;
using DenSach.Platform.Tallies;

namespace DenSach.Modules.Decisions;

/// <summary>Decisions and the recognitions they bring: draft, signature, number, in force.</summary>
public sealed class DecisionsModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Permissions([.. DecisionPermissions.All]);
        module.Services.AddSingleton<ICountFacts, RecognitionMeasures>();
        module.Services.AddScoped<IWaitForMe, DecisionsWaiting>().AddScoped<IGiveCheckCode, RecognitionCodes>();
        module.UseCase<DecisionDesk>().UseCase<TitlePeriods>().UseCase<DecisionBook>().UseCase<DecisionPaper>().UseCase<Certificates.CertificatePaper>();
        module.UseCase<Draft.DraftDecision>().UseCase<Submit.SubmitDecision>().UseCase<Sign.SignDecision>().UseCase<Number.EnterNumber>().UseCase<CloseRound.CloseRound>();
        module.UseCase<Number.GivenNumber>().UseCase<Number.CorrectNumber>().UseCase<Drop.DropFamily>().UseCase<EditRound.EditRound>();
        module.Menu<DecisionsModule>("Quyết định & công nhận", "/quyet-dinh", DecisionPermissions.Read, order: 60);
    }

    public void Map(IEndpointRouteBuilder endpoints) => DecisionApi.Map(endpoints);
}
