using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Accounts;

/// <summary>What the actor may do with the accounts of others, by the gate and the tables of <see cref="Delegation"/>.</summary>
public sealed class Authority(Gate gate, AreaTree areas, Clock clock)
{
    public static readonly Problem OwnAccount = Problem.Refused(
        "own_account",
        "Không ai tự đổi quyền, khoá hay cấp lại tài khoản của chính mình. Hãy nhờ người quản trị cấp trên; mật khẩu của mình thì đổi ở trang “Tài khoản của tôi”."
    );

    public static readonly Problem Forgotten = Problem.Refused(
        "account_forgotten",
        "Tài khoản này đã đóng hẳn vì người giữ đã xin xóa dữ liệu cá nhân: không mở lại, không cấp lại được. Nếu người đó cần vào lại, hãy tạo tài khoản mới."
    );

    private static readonly Problem Beyond = Problem.Forbidden("Tài khoản này giữ một vai hoặc một địa bàn ngoài phạm vi bạn được cấp, nên bạn không quản lý được.");

    public Actor Actor => gate.Actor;

    /// <summary>Where the actor looks after accounts.</summary>
    public IEnumerable<Area> Areas => gate.ScopesOf(AccountsModule.Manage).Select(g => areas.Find(g.AreaId)).OfType<Area>().DistinctBy(a => a.Id);

    public bool Sees(int areaId) => gate.Allows(AccountsModule.Manage, areaId);

    public Grant? ToGive(Role role, int areaId) => Delegation.By(gate.ScopesOf(AccountsModule.Manage), role, areaId, (inner, outer) => areas.IsWithin(inner, outer, clock.Today));

    /// <summary>The roles the actor may give at the area itself.</summary>
    public IEnumerable<Role> RolesFor(Area area) => Enum.GetValues<Role>().Where(role => Delegation.Fits(role, ScopeKind.Area, area.Kind) && ToGive(role, area.Id) is not null);

    /// <summary>Whoever locks an account or sets its access anew rules over all of its rights, so all of them must be theirs to give.</summary>
    /// <returns>The role by which it is allowed, or why not.</returns>
    public Result<Role> Over(Guid accountId, IReadOnlyList<Grant> grants)
    {
        if (accountId == gate.Actor.AccountId)
        {
            return OwnAccount;
        }
        var living = grants.Where(g => g.To is null || g.To > clock.Today).ToList();
        var means = (living.Count > 0 ? living : grants).Select(g => ToGive(g.Role, g.AreaId)).ToList();
        return means.Count > 0 && means.All(m => m is not null) ? means[0]!.Role : Beyond;
    }

    public static Problem MayNotGive(Role role, Area area) =>
        Problem.Forbidden($"Bạn không được cấp vai “{RoleWords.Of(role)}” ở {area.FullName}. Chỉ cấp được vai không cao hơn vai của mình, trong địa bàn của mình.");
}
