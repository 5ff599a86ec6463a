using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Post;

/// <summary>One posting: its families, the way to say something against one, the printed list, the words for a Zalo group.</summary>
[Needs(AssessmentPermissions.Object)]
public sealed class PostedListPage(PostingBook book, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Posting { get; set; }

    public Round Round { get; private set; } = null!;
    public PostingRow Row { get; private set; } = null!;
    public IReadOnlyList<PostedFamily> Families { get; private set; } = [];
    public IReadOnlyList<Crumb> Crumbs => RoundCrumbs.To(Round, tree, Today);
    public bool IsOfficer => Gate.Allows(AssessmentPermissions.Post, Round.AreaId);

    /// <summary>No names: those hang where the list hangs.</summary>
    public string Notice
    {
        get
        {
            var posting = Row.Posting;
            var hamlets = string.Join("; ", Families.GroupBy(f => f.Hamlet).Select(g => $"{g.Key}: {g.Count()} hộ"));
            return $"""
                NIÊM YẾT CÔNG KHAI – {Round.Title} năm {Round.Year}, {tree[Round.AreaId].FullName}
                Danh sách {Families.Count:N0} hộ thẩm định đạt được niêm yết từ {posting.From:dd/MM/yyyy} đến hết {posting.LastDay:dd/MM/yyyy} tại: {posting.PostedAt}.
                {hamlets}.
                Bà con xem danh sách, có ý kiến gì xin báo trưởng thôn, bản hoặc Hội Khuyến học xã trước khi hết ngày {posting.LastDay:dd/MM/yyyy}.
                """;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await book.RoundAsync(Id, cancellation) is not { } round || await book.FindAsync(round, Posting, cancellation) is not { } row)
        {
            return Refuse(Problem.NotFound());
        }
        (Round, Row) = (round, row);
        Families = await book.FamiliesAsync(row.Posting, cancellation);
        return Families.Count == 0 ? Refuse(Problem.NotFound()) : Page();
    }
}
