using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>A card on the sign-in page of a demo database. The card's word is the account's user name.</summary>
/// <param name="AreaId">Where the role is held; null where the registry's demo links a household, clan or organisation later.</param>
public sealed record DemoAccount(string Card, Role Role, string Name, int? AreaId);

/// <summary>The people of the demo: names invented, one for each role in Bình Lư, and some from the places of the other plans, who must see nothing of it.</summary>
public static class DemoAccounts
{
    /// <summary>All of them sign in with this too, for programs that have no card to tap.</summary>
    public const string Password = "dung thu den sach";

    public const string Citizen = "nguoi-dan";
    public const string ClanHead = "toc-truong";
    public const string Organisation = "truong-hoc";

    /// <summary>Since the commune is what it is now.</summary>
    private static readonly DateOnly Since = new(2025, 7, 1);

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(Citizen, Role.Citizen, "Lò Thị Khuyên", null),
        new("truong-ban", Role.HamletHead, "Vàng A Sáng", KnownAreas.BinhLuHamlets[0]),
        new("truong-ban-2", Role.HamletHead, "Tao Văn Pản", KnownAreas.BinhLuHamlets[1]),
        new("chi-hoi", Role.HamletAssociationBranch, "Lù Thị Mỷ", KnownAreas.BinhLuHamlets[0]),
        new(ClanHead, Role.ClanHead, "Hoàng Văn Chiêu", null),
        new(Organisation, Role.OrganisationRepresentative, "Nguyễn Thị Thu", null),
        new("hoi-khuyen-hoc", Role.CommuneAssociationOfficer, "Lương Thị Hoa", KnownAreas.BinhLu),
        new("van-hoa", Role.CommuneCultureOfficer, "Phạm Minh Đức", KnownAreas.BinhLu),
        new("tham-dinh", Role.AppraisalMember, "Đèo Văn Thành", KnownAreas.BinhLu),
        new("van-thu", Role.RecordsClerk, "Trần Thị Hạnh", KnownAreas.BinhLu),
        new("lanh-dao-xa", Role.CommuneLeader, "Lò Văn Quý", KnownAreas.BinhLu),
        new("tai-chinh", Role.CommuneFinanceOfficer, "Bùi Thanh Tùng", KnownAreas.BinhLu),
        new("mat-tran", Role.MassOrganisation, "Sùng Thị Dua", KnownAreas.BinhLu),
        new("ban-chi-dao", Role.SteeringMember, "Nguyễn Văn Lâm", KnownAreas.BinhLu),
        new("trung-tam", Role.LearningCentreManager, "Vàng Thị Inh", KnownAreas.BinhLu),
        new("truyen-thong", Role.CommunicationsOfficer, "Lê Quốc Anh", KnownAreas.BinhLu),
        new("giao-duc", Role.EducationOfficer, "Đỗ Thị Minh", KnownAreas.LaiChau),
        new("hoi-tinh", Role.ProvinceAssociationOfficer, "Lý A Páo", KnownAreas.LaiChau),
        new("lanh-dao-tinh", Role.ProvinceLeader, "Hà Văn Ngọc", KnownAreas.LaiChau),
        new("kiem-tra", Role.Inspector, "Vũ Thị Lan", KnownAreas.LaiChau),
        new("quan-tri", Role.Administrator, "Mai Xuân Bình", KnownAreas.LaiChau),
        new("hoi-nong-cong", Role.CommuneAssociationOfficer, "Lê Thị Thắm", KnownAreas.NongCong),
        new("hoi-tuy-an-tay", Role.CommuneAssociationOfficer, "Phan Văn Lợi", KnownAreas.TuyAnTay),
        new("hoi-hung-yen", Role.ProvinceAssociationOfficer, "Đặng Thị Ngân", KnownAreas.HungYen),
        new("hoi-ninh-binh", Role.ProvinceAssociationOfficer, "Trần Quang Huy", KnownAreas.NinhBinh),
    ];

    public static DemoAccount? Find(string? card) => All.FirstOrDefault(a => a.Card == card);

    internal static async Task AddAsync(AppDb db, IPasswordHasher<Account> hasher, CancellationToken cancellation)
    {
        var there = await db.Set<Account>().Select(a => a.UserName).ToListAsync(cancellation);
        var hash = hasher.HashPassword(null!, Password);
        foreach (var demo in All.Where(a => !there.Contains(a.Card)))
        {
            var account = Account.New(demo.Card, $"{demo.Name} (dùng thử)");
            account.TakePassword(hash);
            db.Add(account);
            if (demo.AreaId is { } area)
            {
                db.Add(GrantOf(account.Id, demo.Role, ScopeKind.Area, area, null, Since));
            }
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Gives the demo's citizen a household of the demo's registry: the account acts for it, and in an office never on it. The caller saves.</summary>
    public static async Task LinkHouseholdAsync(AppDb db, Guid householdId, Guid? personId, int areaId, CancellationToken cancellation)
    {
        var account = await LinkAsync(db, Citizen, ScopeKind.Household, householdId, areaId, cancellation);
        account.LivesIn(householdId, personId);
    }

    /// <summary>Says where somebody with an office in the demo lives: in the office the account never acts on that family. The caller saves.</summary>
    public static async Task LinkHolderAsync(AppDb db, string card, Guid householdId, Guid personId, CancellationToken cancellation) =>
        (await db.Set<Account>().SingleAsync(a => a.UserName == card, cancellation)).LivesIn(householdId, personId);

    /// <summary>Gives the demo's clan head a clan, or its school an organisation, of the demo's registry. The caller saves.</summary>
    public static async Task<Account> LinkAsync(AppDb db, string card, ScopeKind scope, Guid subjectId, int areaId, CancellationToken cancellation)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.UserName == card, cancellation);
        if (!await db.Set<Grant>().AnyAsync(g => g.AccountId == account.Id && g.SubjectId == subjectId, cancellation))
        {
            db.Add(GrantOf(account.Id, Find(card)!.Role, scope, areaId, subjectId, Since));
        }
        return account;
    }

    private static Grant GrantOf(Guid account, Role role, ScopeKind scope, int area, Guid? subject, DateOnly from) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            Role = role,
            Scope = scope,
            AreaId = area,
            SubjectId = subject,
            From = from,
        };
}
