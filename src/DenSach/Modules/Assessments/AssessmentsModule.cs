using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Assessments;

/// <summary>The heart: a family from its registration over three columns of a form to the posted list.</summary>
public sealed class AssessmentsModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton(new WorkflowShelf(Path.Combine(AppContext.BaseDirectory, "content", "workflow")));
        module.Permissions([.. AssessmentPermissions.All]);
        module.UseCase<CaseDesk>().UseCase<FamilySheets>();
        module.UseCase<Register.RegisterHouseholds>().UseCase<SelfAssess.SelfAssess>().UseCase<Review.HoldReviewMeeting>();
        module.UseCase<Appraise.Appraise>().UseCase<Post.OpenPosting>().UseCase<Object.RaiseObjection>().UseCase<Object.AnswerObjection>();
    }
}
