using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Accounts;

/// <summary>What a right is made of, as it is asked for.</summary>
/// <param name="AreaId">The area of the role; left out for a household, clan or organisation, which lies where it lies.</param>
public sealed record GrantWish(Role Role, int? AreaId, Guid? SubjectId, DateOnly? From, DateOnly? To);

/// <summary>Turns a wish into a grant if it is whole and the actor may give it.</summary>
public sealed class NewGrant(Authority authority, AreaTree areas, IEnumerable<IKnowSubjects> subjects, Clock clock)
{
    private static readonly DateOnly Farthest = new(2100, 12, 31);

    public static readonly Problem NoSubject = Problem.NotFound(
        "Không tìm thấy hộ, dòng họ hay đơn vị này, hoặc bạn không được cấp phiếu cho nó. Hãy mở trang của nó rồi cấp phiếu từ đó."
    );

    /// <returns>The grant, and the role in which the actor gives it.</returns>
    public async Task<Result<(Grant Grant, Role By)>> MakeAsync(Guid accountId, GrantWish wish, CancellationToken cancellation)
    {
        if (!Delegation.Seats.TryGetValue(wish.Role, out var seat))
        {
            return Problem.Invalid("role", "Hãy chọn một vai trong danh sách.", "Grant.Role");
        }
        if (await PlaceAsync(wish, seat, cancellation) is not { } place)
        {
            return seat.Scope == ScopeKind.Area ? Problem.Invalid("area", "Hãy chọn địa bàn của vai này.", "Grant.Role") : NoSubject;
        }
        var (area, subject) = place;
        if (!Delegation.Fits(wish.Role, seat.Scope, area.Kind))
        {
            return Problem.Invalid("role_level", $"Vai “{RoleWords.Of(wish.Role)}” không có ở cấp của {area.FullName}. Hãy chọn vai khác hoặc địa bàn khác.", "Grant.Role");
        }
        if (authority.ToGive(wish.Role, area.Id) is not { } by)
        {
            return Authority.MayNotGive(wish.Role, area);
        }
        var from = wish.From ?? clock.Today;
        if (wish.To <= from)
        {
            return Problem.Invalid("grant_to", $"Ngày kết thúc phải sau ngày bắt đầu ({from:dd/MM/yyyy}).", "Grant.LastDay");
        }
        if (wish.To <= clock.Today)
        {
            return Problem.Invalid("grant_to_past", "Ngày kết thúc đã qua: quyền này không có lúc nào dùng được. Hãy chọn ngày sau hôm nay hoặc để trống.", "Grant.LastDay");
        }
        if (wish.To > Farthest.AddDays(1))
        {
            return Problem.Invalid("grant_to_far", $"Ngày kết thúc xa quá năm {Farthest.Year}. Hãy chọn ngày gần hơn, hoặc để trống nếu chưa định.", "Grant.LastDay");
        }
        var grant = new Grant
        {
            Id = Guid.CreateVersion7(),
            AccountId = accountId,
            Role = wish.Role,
            Scope = seat.Scope,
            AreaId = area.Id,
            SubjectId = subject?.Id,
            From = from,
        };
        if (wish.To is { } to)
        {
            grant.EndOn(to);
        }
        return (grant, by.Role);
    }

    private async Task<(Area Area, Subject? Subject)?> PlaceAsync(GrantWish wish, Seat seat, CancellationToken cancellation)
    {
        if (seat.Scope == ScopeKind.Area)
        {
            return wish.AreaId is { } id && areas.Find(id) is { } area ? (area, null) : null;
        }
        return wish.SubjectId is { } subjectId && await FindAsync(seat.Scope, subjectId, cancellation) is { } subject && areas.Find(subject.AreaId) is { } home
            ? (home, subject)
            : null;
    }

    /// <summary>The household, clan or organisation for which the actor may give the role; null if there is none, or it is not theirs.</summary>
    public async Task<Subject?> SubjectAsync(Role role, Guid id, CancellationToken cancellation) =>
        await FindAsync(Delegation.Seats[role].Scope, id, cancellation) is { } subject && authority.ToGive(role, subject.AreaId) is not null ? subject : null;

    private async Task<Subject?> FindAsync(ScopeKind kind, Guid id, CancellationToken cancellation)
    {
        foreach (var known in subjects)
        {
            if ((await known.FindAsync(kind, [id], cancellation)) is [var subject])
            {
                return subject;
            }
        }
        return null;
    }
}
