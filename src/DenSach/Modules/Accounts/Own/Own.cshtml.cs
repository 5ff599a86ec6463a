using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Own;

/// <summary>One's own account: what one may do, password, second step, recent sign-ins.</summary>
[SignedIn]
public sealed class OwnPage(AppDb db, GrantWords words, ChangePassword change) : AppPage
{
    [BindProperty]
    public string? OldPassword { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<GrantLine> Grants { get; private set; } = [];
    public IReadOnlyList<SignInEntry> SignIns { get; private set; } = [];
    public bool MustHaveSecondStep { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>/toi/matkhau.</summary>
    public async Task<IActionResult> OnPostMatKhauAsync(CancellationToken cancellation)
    {
        var result = await change.RunAsync(Gate.Actor.AccountId, OldPassword, Password, PasswordAgain, cancellation);
        if (result.Problem is { } problem)
        {
            await LoadAsync(cancellation);
            return Refuse(problem);
        }
        await SignInCookie.OpenAsync(HttpContext, result.Value);
        Done = "Đã đổi mật khẩu. Các máy khác đang đăng nhập tài khoản này đều đã bị đăng xuất.";
        return LocalRedirect("/toi");
    }

    /// <summary>/toi/moinoi: signs out everywhere.</summary>
    public async Task<IActionResult> OnPostMoiNoiAsync(CancellationToken cancellation)
    {
        await change.EndSessionsAsync(Gate.Actor.AccountId, cancellation);
        await SignInCookie.CloseAsync(HttpContext);
        Done = "Đã đăng xuất khỏi mọi máy. Hãy đăng nhập lại.";
        return LocalRedirect("/dang-nhap");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var id = Gate.Actor.AccountId;
        var register = AuditTrail.SystemRegisterOf(id);
        db.ChangeTracker.Clear();
        Account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
        // Read anew: while the second step is missing the actor holds none of them.
        var grants = await db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == id).ToListAsync(cancellation);
        Grants = await words.LinesAsync(grants, cancellation);
        MustHaveSecondStep = SecondStep.IsAskedOf(Grants.Where(l => l.State == GrantState.Holds).Select(l => l.Grant));
        SignIns = await db.Set<SignInEntry>()
            .AsNoTracking()
            .Where(e => e.RegisterId == register && e.AccountId == id)
            .OrderByDescending(e => e.At)
            .Take(10)
            .ToListAsync(cancellation);
    }

    public static string MeansInWords(SignInMeans means) =>
        means switch
        {
            SignInMeans.Password => "bằng mật khẩu",
            SignInMeans.PasswordAndCode => "bằng mật khẩu và mã xác thực",
            SignInMeans.PasswordAndRecoveryCode => "bằng mật khẩu và mã dự phòng",
            _ => "bằng thẻ dùng thử",
        };
}
