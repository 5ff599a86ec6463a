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
        module
            .Services.AddScoped<IWaitForMe, List.AssessmentsWaiting>()
            .AddScoped<List.NobodyRegistered>()
            .AddScoped<IWaitForMe, List.NobodyRegistered>()
            .AddScoped<IWaitForMe, Appraise.AppraisalWaiting>()
            .AddScoped<IWaitForMe, Posted.PostingWaiting>();
        module.Services.AddScoped<IHoldPersonalData, AssessmentPersons>();
        module.Permissions([.. AssessmentPermissions.All]);
        module.UseCase<CaseDesk>().UseCase<FamilySheets>().UseCase<SharedPhotos>().UseCase<OpenSheet>();
        module.UseCase<List.FamilyList>().UseCase<List.RoundOverview>().UseCase<List.OwnSheets>().UseCase<List.LackingEvidence>();
        module.UseCase<Register.RegisterHouseholds>().UseCase<Register.HouseholdsToRegister>().UseCase<SelfAssess.SelfAssess>();
        module.UseCase<Evidence.AttachEvidence>().UseCase<Review.HoldReviewMeeting>();
        module.UseCase<Appraise.AppraisalList>().UseCase<Appraise.Appraise>();
        module.UseCase<Reopen.ReopenVerdict>();
        module.UseCase<Posted.PostingBook>().UseCase<Post.PostingPaper>().UseCase<Post.OpenPosting>();
        module.UseCase<Object.RaiseObjection>().UseCase<Object.AnswerObjection>();
        module.Menu<AssessmentsModule>("Phiếu của gia đình", "/danh-gia", AssessmentPermissions.Own, order: 21);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        AssessmentsApi.Map(endpoints);
        Evidence.ShowEvidence.Map(endpoints);
        Appraise.AppraisalApi.Map(endpoints);
        Reopen.ReopenApi.Map(endpoints);
        Post.PostingApi.Map(endpoints);
        Object.ObjectionApi.Map(endpoints);
    }
}
