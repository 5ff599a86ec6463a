using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Platform.Ui;

/// <summary>Every part on one page, for who builds pages and for who checks them. In a demo database only.</summary>
[SignedIn]
public sealed class GalleryPage(Installation installation) : AppPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    public Crumb[] Crumbs { get; } = [("Lai Châu", "/giao-dien"), ("xã Bình Lư", "/giao-dien"), ("Giao diện", null)];

    public IActionResult OnGet() => installation.IsDemo ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!installation.IsDemo)
        {
            return NotFound();
        }
        if (string.IsNullOrWhiteSpace(Name))
        {
            return Refuse(Problem.Invalid("name", "Chưa có tên. Hãy nhập tên rồi gửi lại.", nameof(Name)));
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        Done = "Đã nhận. Trang này không lưu gì cả.";
        return RedirectToPage();
    }
}
