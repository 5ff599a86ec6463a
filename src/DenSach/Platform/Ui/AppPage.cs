using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DenSach.Platform.Ui;

/// <summary>What every page shares: who looks, what went wrong, what was done. A page binds, calls the use case and redirects; it decides nothing.</summary>
public abstract class AppPage : PageModel
{
    public Gate Gate => HttpContext.RequestServices.GetRequiredService<Gate>();

    /// <summary>Why the post was refused; the layout shows it above the form, which keeps what was typed.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>What others wrote while the form stood open; the layout shows it under the reason.</summary>
    public Meanwhile? Meanwhile { get; private set; }

    /// <summary>What was done, told once on the next page.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The day the page shows, chosen by <c>?ngay=2026-11-21</c>; today if none or no day. Sums follow it, rights never do.</summary>
    public DateOnly AsAt => Ui.AsAt.Of(HttpContext);

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<Clock>().Today;

    /// <summary>A fresh id for the form on this page: posting it twice does it once.</summary>
    public Guid NewCommandId { get; } = Guid.CreateVersion7();

    /// <summary>Shows the page again with the reason; a page that may not be seen at all becomes the page for that.</summary>
    protected IActionResult Refuse(Problem problem)
    {
        if (problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden)
        {
            HttpContext.Items[nameof(Problem)] = problem;
            return StatusCode(ProblemHttp.StatusOf(problem.Kind));
        }
        Problem = problem;
        if (problem.Field is { } field)
        {
            ModelState.AddModelError(field, problem.Sentence);
        }
        Response.StatusCode = ProblemHttp.StatusOf(problem.Kind);
        return Page();
    }

    /// <summary>The form was older than what is kept: shows what changed beside what was typed. The page is based on the new state, so that sending again writes.</summary>
    protected IActionResult RefuseStale(Meanwhile meanwhile)
    {
        Meanwhile = meanwhile;
        return Refuse(
            Problem.Conflict(
                Problem.Stale.Code,
                "Trong lúc bạn viết, người khác đã ghi trước: xem ngay dưới đây. Lời của bạn chưa được ghi và vẫn còn trong ô: xem rồi sửa, hoặc bấm gửi lại."
            )
        );
    }
}
