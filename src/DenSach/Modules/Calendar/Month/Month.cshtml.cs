using DenSach.Modules.Areas;
using DenSach.Modules.Calendar.Settle;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Calendar.Month;

/// <summary>A month as a sheet to hang up, and as a message to send on.</summary>
[Needs(PlansModule.Read)]
public sealed class MonthPage(AreaCalendar calendar, CalendarAreas areas, SettledDeadlines settled, SettleDeadline settle, IStringLocalizer<CalendarModule> text)
    : CalendarPage(calendar, areas, settled)
{
    /// <summary>How many a cell of the sheet shows; the rest stands in the list below it.</summary>
    public const int MostInADay = 3;

    public DateOnly First { get; private set; }

    /// <summary>Weeks from Monday to Sunday that cover the month.</summary>
    public IReadOnlyList<DateOnly[]> Weeks { get; private set; } = [];

    /// <summary>The deadline that a reminder is about; null for the whole month.</summary>
    [BindProperty(SupportsGet = true, Name = "han")]
    public string? Chosen { get; set; }

    public DueItem? Only { get; private set; }
    public string Message { get; private set; } = "";

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid PlanId { get; set; }

    [BindProperty]
    public int Place { get; set; }

    [BindProperty]
    public string? Occurrence { get; set; }

    /// <summary>The commune that tells it for itself, of a plan of the level above.</summary>
    [BindProperty]
    public int? ForArea { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public DeadlineState State { get; set; }

    /// <summary>"nam" to go on to the year.</summary>
    [BindProperty]
    public string? Back { get; set; }

    /// <summary>In the list of a month each deadline also leads to telling what stands in its way, for who may.</summary>
    public bool MayRaise => Gate.AllowsSomewhere(DifficultiesModule.Raise);

    public override bool IsSettling(DueItem item) => Problem is not null && item.PlanId == PlanId && item.Place == Place && item.Occurrence == Occurrence;

    public async Task<IActionResult> OnGetAsync(int year, int month, CancellationToken cancellation)
    {
        if (year is < 2000 or > 2100 || month is < 1 or > 12)
        {
            return Refuse(Problem.NotFound("Không có tháng này."));
        }
        First = new DateOnly(year, month, 1);
        var last = First.AddMonths(1).AddDays(-1);
        if (await OpenAsync(First, last, cancellation) is { } refused)
        {
            return refused;
        }
        var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
        Weeks =
        [
            .. Enumerable.Range(0, (last.DayNumber - monday.DayNumber) / 7 + 1).Select(week => Enumerable.Range(0, 7).Select(day => monday.AddDays(week * 7 + day)).ToArray()),
        ];
        Only = Chosen is null ? null : Due.Find(i => i.Key == Chosen);
        Message = Only is { } only
            ? DueWords.Message(only)
            : DueWords.Message(
                Area.FullName,
                year,
                month,
                [.. Due.Items.Where(i => i is { IsSettled: false, IsBeforeIt: false } && (i.Day >= Today || last < Today || i.IsLate))],
                Due.Items.Count
            );
        return Page();
    }

    public async Task<IActionResult> OnPostSettleAsync(int year, int month, CancellationToken cancellation)
    {
        var result = await settle.Handle(
            new SettleDeadline.Command
            {
                CommandId = CommandId,
                PlanId = PlanId,
                Place = Place,
                Occurrence = Occurrence ?? "",
                AreaId = ForArea,
                BasedOn = BasedOn,
                State = State,
                On = State == DeadlineState.Done ? On : null,
                Note = Note,
            },
            cancellation
        );
        if (result.Problem is { Kind: ProblemKind.NotFound } gone)
        {
            return Refuse(gone);
        }
        if (await OnGetAsync(year, month, cancellation) is not PageResult page)
        {
            return NotFound();
        }
        var item = Due.Find(i => i.PlanId == PlanId && i.Place == Place && i.Occurrence == Occurrence);
        if (result.Problem is { } problem)
        {
            return problem == Problem.Stale ? RefuseStale(Meanwhile.Stands(Stands(item))) : Refuse(problem);
        }
        Done =
            State == DeadlineState.Done ? "Đã ghi hạn này là xong."
            : State == DeadlineState.NotNeeded ? "Đã ghi hạn này không cần nữa."
            : "Đã lấy lại: hạn này lại chờ như trước.";
        // One that stands under the line it was taken over from is chosen, so that the line is open.
        var chosen = item is not null && !Due.Items.Contains(item) ? $"&han={item.Key}" : "";
        return Redirect(Back == "nam" ? Query("/lich") : $"{Query($"/lich/{year}/{month}")}{chosen}#{item?.Key}");
    }

    private IEnumerable<Meanwhile.Field> Stands(DueItem? item) =>
        item?.Settled is { } stands
            ?
            [
                new(text["Tình trạng"], $"{text[DueWords.Of(stands.State)]} {stands.On.Written()}", text[DueWords.Of(State)]),
                new(text["Số báo cáo đã gửi (nếu có), hoặc lý do không cần nữa"], stands.Note, Note),
            ]
            : [];
}
