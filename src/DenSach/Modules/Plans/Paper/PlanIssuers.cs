using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Paper;

/// <summary>Whose paper a plan is: what stands over it and who signs.</summary>
/// <param name="Parent">The body over the issuer; null where there is none.</param>
/// <param name="Body">The issuer, one entry a line.</param>
/// <param name="Name">The issuer in a sentence.</param>
/// <param name="Place">Địa danh.</param>
/// <param name="Numbers">Its papers have numbers. A hamlet is no agency: it has neither a book of numbers nor a seal.</param>
public sealed record PlanIssuer(string? Parent, IReadOnlyList<string> Body, string Name, string Place, bool Numbers, IReadOnlyList<string> Authority, string Position);

/// <summary>
/// Who issues a plan: a People's Committee, in its chairman's hand; an agency, school or enterprise under its head; a hamlet (thôn, bản, tổ dân phố), which is no level of
/// government (Luật Tổ chức chính quyền địa phương) and whose plan its head signs, under the name of the commune.
/// </summary>
public sealed class PlanIssuers(AreaTree tree, Clock clock, AppDb db)
{
    private const string Committee = "Ủy ban nhân dân";
    private static readonly string[] Kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"];

    public async Task<PlanIssuer> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var area = tree[plan.AreaId];
        if (plan.OrganisationId is { } id)
        {
            var kind = await db.Set<Organisation>()
                .Where(o => o.RegisterId == plan.RegisterId && o.Id == id)
                .Select(o => (OrganisationKind?)o.Kind)
                .SingleOrDefaultAsync(cancellation);
            var name = plan.OrganisationName ?? area.FullName;
            return new(IsUnderCommune(kind) ? $"UBND {area.FullName}" : null, [name], name, area.Name, Numbers: true, [], HeadOf(kind, name));
        }
        if (area.Kind == AreaKind.Hamlet)
        {
            var commune = (tree.IsInForce(area.Id, clock.Today) ? tree.PathTo(area.Id, clock.Today) : tree.LastPathTo(area.Id)).LastOrDefault(a => a.Kind == AreaKind.Commune);
            return new(commune?.FullName, [area.FullName], area.FullName, commune?.Name ?? area.Name, Numbers: false, [], HamletWords.HeadOf(area));
        }
        var issuer = plan.Issuer ?? $"{Committee} {area.FullName}";
        return IsCommittee(issuer)
            ? new(null, [Committee, issuer[Committee.Length..].Trim()], issuer, PlaceOf(issuer), Numbers: true, [$"TM. {Committee}"], "Chủ tịch")
            : new(null, [issuer], issuer, area.Name, Numbers: true, [], "Thủ trưởng cơ quan");
    }

    private static bool IsCommittee(string issuer) => issuer.StartsWith(Committee, StringComparison.OrdinalIgnoreCase) && issuer.Length > Committee.Length;

    /// <summary>Where it was issued: the place of its issuer, also after another unit took that over.</summary>
    private static string PlaceOf(string issuer)
    {
        var place = issuer[Committee.Length..].Trim();
        var kind = Kinds.FirstOrDefault(k => place.StartsWith(k + " ", StringComparison.OrdinalIgnoreCase));
        return kind is null ? place : place[(kind.Length + 1)..];
    }

    /// <summary>Agencies, lower schools, the learning centre and the station are units of the commune; enterprises, associations and upper schools are not.</summary>
    private static bool IsUnderCommune(OrganisationKind? kind) =>
        kind
            is OrganisationKind.Agency
                or OrganisationKind.Kindergarten
                or OrganisationKind.PrimarySchool
                or OrganisationKind.LowerSecondarySchool
                or OrganisationKind.LearningCentre
                or OrganisationKind.HealthStation;

    private static string HeadOf(OrganisationKind? kind, string name) =>
        kind switch
        {
            OrganisationKind.Kindergarten
            or OrganisationKind.PrimarySchool
            or OrganisationKind.LowerSecondarySchool
            or OrganisationKind.UpperSecondarySchool
            or OrganisationKind.OtherSchool => "Hiệu trưởng",
            OrganisationKind.LearningCentre or OrganisationKind.Enterprise or OrganisationKind.Cooperative => "Giám đốc",
            OrganisationKind.HealthStation => "Trạm trưởng",
            OrganisationKind.MassOrganisation when name.StartsWith("Đoàn", StringComparison.OrdinalIgnoreCase) => "Bí thư",
            OrganisationKind.MassOrganisation or OrganisationKind.PeoplesCommittee => "Chủ tịch",
            _ => "Thủ trưởng đơn vị",
        };
}
