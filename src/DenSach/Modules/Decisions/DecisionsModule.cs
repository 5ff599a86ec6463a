using DenSach.Platform.Hosting;
using DenSach.Platform.Tallies;

namespace DenSach.Modules.Decisions;

/// <summary>Decisions and the recognitions they bring: draft, signature, number, in force.</summary>
public sealed class DecisionsModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Permissions([.. DecisionPermissions.All]);
        module.Services.AddSingleton<ICountFacts, RecognitionMeasures>();
        module.UseCase<DecisionDesk>();
        module.UseCase<Draft.DraftDecision>().UseCase<Submit.SubmitDecision>().UseCase<Sign.SignDecision>().UseCase<Number.EnterNumber>();
    }
}
