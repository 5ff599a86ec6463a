using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;

namespace DenSach.Modules.Assessments;

/// <summary>The doors of this module. Which role does which move when is told by the workflow table; these say who may come near.</summary>
public static class AssessmentPermissions
{
    public const string Read = "assessments.read";
    public const string Own = "assessments.own";
    public const string Register = "assessments.register";
    public const string SelfAssess = "assessments.self";
    public const string Review = "assessments.review";
    public const string Appraise = "assessments.appraise";
    public const string Reopen = "assessments.reopen";
    public const string Post = "assessments.post";
    public const string Object = "assessments.object";
    public const string AnswerObjection = "assessments.answer_objection";
    public const string Decide = "assessments.decide";

    private static readonly Role[] Hamlet = [Role.HamletHead, Role.HamletAssociationBranch];
    private static readonly Role[] Commune = [Role.CommuneAssociationOfficer, Role.CommuneCultureOfficer];
    private static readonly ScopeKind[] AreaOrHousehold = [ScopeKind.Area, ScopeKind.Household];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, "Xem phiếu đánh giá", AreaOrHousehold, [Role.Citizen, .. Hamlet, .. Commune, Role.AppraisalMember, Role.RecordsClerk, Role.CommuneLeader]),
        new(Own, "Phiếu của gia đình mình", [ScopeKind.Household], [Role.Citizen]),
        new(Register, "Đăng ký danh hiệu", AreaOrHousehold, [Role.Citizen, .. Hamlet, Role.CommuneAssociationOfficer]),
        new(SelfAssess, "Tự đánh giá, nhập hộ", AreaOrHousehold, [Role.Citizen, .. Hamlet]),
        new(Review, "Họp bình xét", [ScopeKind.Area], Hamlet),
        new(Appraise, "Thẩm định", [ScopeKind.Area], [Role.AppraisalMember, Role.CommuneAssociationOfficer]),
        new(Reopen, "Mở lại kết luận", [ScopeKind.Area], [.. Hamlet, Role.AppraisalMember, Role.CommuneAssociationOfficer]),
        new(Post, "Niêm yết công khai", [ScopeKind.Area], Commune),
        new(Object, "Ghi ý kiến phản ánh", AreaOrHousehold, [Role.Citizen, .. Hamlet, .. Commune]),
        new(AnswerObjection, "Trả lời ý kiến phản ánh", [ScopeKind.Area], Commune),
        new(Decide, "Quyết định công nhận", [ScopeKind.Area], [Role.CommuneLeader, Role.RecordsClerk]),
    ];

    public static string Of(string action) =>
        action switch
        {
            Moves.Register => Register,
            Moves.SubmitSelf => SelfAssess,
            Moves.Propose or Moves.NotPropose => Review,
            Moves.Pass or Moves.Fail or Moves.Return => Appraise,
            Moves.Reopen => Reopen,
            Moves.Post => Post,
            Moves.Uphold or Moves.UpholdForFamily or Moves.Dismiss => AnswerObjection,
            Moves.Sign or Moves.Recognise => Decide,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No door is known for this move."),
        };
}
