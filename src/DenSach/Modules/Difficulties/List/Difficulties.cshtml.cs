using System.Globalization;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DenSach.Modules.Difficulties.List;

[Needs(DifficultiesModule.Raise)]
public sealed class DifficultiesPage(DifficultyList list, DifficultiesInReach reach) : AppPage
{
    /// <summary>What is shown, by its word in the address; what is not settled where none is.</summary>
    public static IReadOnlyList<(string? Word, DifficultyShow Show, string Name)> Shows { get; } =
    [
        (null, DifficultyShow.Live, "Chưa xong"),
        ("cho-cap-minh", DifficultyShow.ToAnswer, "Chờ cấp mình trả lời"),
        ("cho-tra-loi", DifficultyShow.Open, "Chờ trả lời"),
        ("da-tra-loi", DifficultyShow.Answered, "Đã trả lời"),
        ("da-xong", DifficultyShow.Closed, "Đã xong"),
        ("tat-ca", DifficultyShow.All, "Tất cả"),
    ];

    public static IReadOnlyList<int> Ages { get; } = [7, 14, 30, 90];

    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? Word { get; set; }

    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public int? AreaId { get; set; }

    /// <summary>Nothing was said for so many days.</summary>
    [BindProperty(SupportsGet = true, Name = "qua")]
    public int? Days { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "ke-hoach")]
    public Guid? PlanId { get; set; }

    /// <summary>An item of that plan, by the name a link gives it.</summary>
    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public DifficultiesFound Found { get; private set; } = new([], 0, 1, 1, []);
    public bool IsNarrowed => Word is not null || AreaId is not null || Days is not null || PlanId is not null || !string.IsNullOrWhiteSpace(Text);

    /// <summary>Somebody stands above one of the places the actor speaks for.</summary>
    public bool MayRaise => reach.SpeaksFor().Any(o => reach.Above(o.AreaId, o.OrganisationId) is not null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var show = Shows.FirstOrDefault(s => s.Word == Word);
        Found = await list.FindAsync(new DifficultyQuestion(show.Show, AreaId, Days, Text, Number, PlanId, Item), cancellation);
    }

    /// <summary>The same list at another page.</summary>
    public string Link(int page) =>
        QueryHelpers.AddQueryString(
            "/kho-khan",
            new Dictionary<string, string?>
            {
                ["xem"] = Word,
                ["dia-ban"] = AreaId?.ToString(CultureInfo.InvariantCulture),
                ["qua"] = Days?.ToString(CultureInfo.InvariantCulture),
                ["q"] = string.IsNullOrWhiteSpace(Text) ? null : Text,
                ["ke-hoach"] = PlanId?.ToString(),
                ["muc"] = PlanId is null ? null : Item,
                ["trang"] = page.ToString(CultureInfo.InvariantCulture),
            }
        );
}
