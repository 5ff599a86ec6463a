using System.Globalization;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Text;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DenSach.Modules.Tasks.Board;

[Needs(PlansModule.Read)]
public sealed class BoardPage(TaskBoard board, BoardFile file) : AppPage
{
    private const string Own = "cua-toi";
    private const string Late = "qua-han";
    private const string Asked = "hoi";
    private const string ToldDone = "bao-xong";
    private const string ByMonth = "thang";

    /// <summary>"cua-toi", "qua-han", "hoi", "bao-xong" or everything.</summary>
    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "ke-hoach")]
    public Guid? PlanId { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true, Name = "thang")]
    public int? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>"thang" for headings by month, by agency without.</summary>
    [BindProperty(SupportsGet = true, Name = "xep")]
    public string? Order { get; set; }

    /// <summary>0 for all on one page.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public BoardView View { get; private set; } = null!;
    public bool IsByMonth => Order == ByMonth;
    public bool IsNarrowed => Show is not null || IsFiltered;

    /// <summary>By the fields of the filter, which then stand open.</summary>
    public bool IsFiltered => PlanId is not null || Agency is { Length: > 0 } || Month is not null || !string.IsNullOrWhiteSpace(Text);

    /// <summary>The reminder to send on: of the own work, or of what is late.</summary>
    public string? Message => Show is Own or Late && View.Dated.Count > 0 ? TaskWords.Message(View.Dated, Today) : null;

    public async Task OnGetAsync(CancellationToken cancellation) => View = await board.AskAsync(Filter, cancellation);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation) =>
        File(await file.WriteAsync(Filter, cancellation), Csv.ContentType, $"nhiem-vu-{Today:yyyy-MM-dd}.csv");

    /// <summary>The board with one choice made otherwise; what is found by it begins at the first page.</summary>
    public string Link(string? show = null, bool? byMonth = null, int? page = null, string? handler = null) =>
        QueryHelpers.AddQueryString(
            "/nhiem-vu",
            new Dictionary<string, string?>
            {
                ["xem"] =
                    show is null ? Show
                    : show.Length == 0 ? null
                    : show,
                ["ke-hoach"] = PlanId?.ToString(),
                ["co-quan"] = Agency is { Length: > 0 } ? Agency : null,
                ["thang"] = Month?.ToString(CultureInfo.InvariantCulture),
                ["q"] = string.IsNullOrWhiteSpace(Text) ? null : Text,
                ["xep"] = byMonth ?? IsByMonth ? ByMonth : null,
                ["trang"] = page?.ToString(CultureInfo.InvariantCulture),
                ["handler"] = handler,
            }
        );

    private BoardFilter Filter =>
        new(
            Show switch
            {
                Own => BoardShow.Own,
                Late => BoardShow.Late,
                Asked => BoardShow.Asked,
                ToldDone => BoardShow.ToldDone,
                _ => BoardShow.All,
            },
            PlanId,
            Agency,
            Month is >= 1 and <= 12 ? Month : null,
            Text,
            IsByMonth ? BoardOrder.Month : BoardOrder.Agency,
            Math.Max(0, Number)
        );
}
