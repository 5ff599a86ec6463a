using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>"Tổ chức thực hiện": which agency does what, with whom.</summary>
internal sealed class TaskReader(WarningList warnings)
{
    private const int LongestAgency = 200;

    private static readonly Pattern OrganisingHeading = Pattern.Of(
        @"\b(to chuc thuc hien|phan cong( (nhiem vu|thuc hien|trach nhiem|to chuc))?|giao nhiem vu|trach nhiem thuc hien)\b"
    );
    private static readonly Pattern Request = Pattern.Of(
        @"^(giao( cho| nhiem vu cho)?|yeu cau|doi voi|(trach nhiem|nhiem vu) cua|phan cong|de nghi|kinh de nghi|moi|tran trong de nghi|(ubnd|uy ban nhan dan) (tinh|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran) giao( cho)?) "
    );
    private static readonly Pattern Verb = Pattern.Of(
        @" (chu tri|co trach nhiem|phoi hop|tham muu|xay dung|huong dan|to chuc thuc hien|chi dao|can cu|theo doi|tuyen truyen|la (co quan|don vi|dau moi|bo phan)|chiu trach nhiem|gui bao cao|bao cao|van dong|bo tri|dinh ky|to chuc|trien khai|lap |ra soat|quan tam|tiep tuc|tang cuong|chu dong|day manh|don doc|tao dieu kien|truc tiep|tham gia|mo (it nhat|cac|them|\d+|lop))\b"
    );
    private static readonly Pattern OpensWithVerb = Pattern.Of(
        @"^(chu tri|co trach nhiem|phoi hop|tham muu|xay dung|huong dan|to chuc|chi dao|can cu|theo doi|tuyen truyen|trien khai|kiem tra|cong tac|tang cuong|can doi|nhan rong|tham gia|phat trien|thuc hien)\b"
    );

    // "Hội Khuyến học huyện (cơ quan thường trực)": what part it plays is none of its name.
    private static readonly Pattern RoleBehind = Pattern.Of(@" ?\((la )?(co quan|don vi|bo phan|dau moi)[^()]{0,60}\) ?$");
    private static readonly Pattern Together = Pattern.Of(@"\bphoi hop( chat che| tot)?( voi| cung voi| cung)+ ");
    private static readonly Pattern TogetherEnd = Pattern.Of(
        @"[;.:]| (tham muu|to chuc|trien khai|huong dan|xay dung|nghien cuu|chi dao|danh gia|tuyen truyen|thuc hien|trong viec|de |de xuat|kiem tra|day manh|tham gia|lien quan|co lien quan)\b|$"
    );
    private static readonly Pattern OnlyTogether = Pattern.Of(@"^(tich cuc )?phoi hop\b");

    private static readonly Pattern ClosingWords = Pattern.Of(@"^(tren day la|trong qua trinh|can cu noi dung tren|yeu cau cac|[(]?(co )?(cac )?phu luc\b.*kem theo)\b");
    private static readonly Pattern NextAgency = Pattern.Of(
        @"(, | va )(cac |ubnd\b|uy ban |hkh\b|bnd |tthtcd\b|mttq\b|mat tran |ban chi dao |ban tuyen giao |doan tncs |doan thanh nien |(hoi|phong|so|trung tam|van phong|lien doan|cong an|truong|cong chuc) [a-z])"
    );

    private readonly List<FoundTask> _tasks = [];
    private readonly List<string> _agencies = [];

    public (IReadOnlyList<FoundTask> Tasks, IReadOnlyList<string> Agencies) Read(Block body)
    {
        foreach (var section in body.Descendants.Where(b => b.Depth <= Marker.Arabic && b.IsHeading && b.Content.Length < 120 && OrganisingHeading.IsMatch(b.Content.Folded)))
        {
            section.Children.ForEach(ReadAgency);
        }

        return (_tasks, [.. _agencies.Distinct(StringComparer.Ordinal)]);
    }

    private void ReadAgency(Block block)
    {
        var content = block.Content;
        var giving = content.Text.StartsWith("Giao ", StringComparison.OrdinalIgnoreCase);
        var requested = Request.Match(content.Folded) is { Success: true } request && (giving || request.Value[0] != 'g') ? request.Length : 0;
        var asks = requested > 0 && content.Folded[..requested] is { } words && (words.Contains("de nghi", StringComparison.Ordinal) || words == "moi ");
        var colon = content.Text.IndexOf(':', StringComparison.Ordinal);
        var verb = Verb.Match(content.Folded, Math.Min(requested, content.Length));
        var nameEnd =
            block.IsHeading && (colon < 0 || colon == content.Length - 1) ? content.Length - (colon < 0 ? 0 : 1)
            : colon is > 0 and < LongestAgency ? colon
            : verb.Success && verb.Index < LongestAgency ? verb.Index
            : -1;
        if (nameEnd <= requested || nameEnd - requested > LongestAgency || (block.Depth == Marker.None && !block.IsHeading))
        {
            if (block.Depth != Marker.None && content.Length > 0)
            {
                warnings.Add("task", "Đoạn này nằm trong phần tổ chức thực hiện nhưng không rõ cơ quan nào chủ trì.", content.Span());
            }

            return;
        }

        var named = RoleBehind.Match(content.Folded[requested..nameEnd]) is { Success: true } role ? requested + role.Index : nameEnd;
        var agency = Capital(content.Text[requested..named].Trim(' ', ',', '.', ';'));
        _agencies.Add(agency);
        if (nameEnd + 1 < content.Length)
        {
            AddTask(agency, content.Slice(nameEnd + (nameEnd == colon ? 1 : 0)).Trim(), asks);
        }

        ReadWork(block, agency, asks);
    }

    private void ReadWork(Block block, string agency, bool requested)
    {
        var end = TasksEnd.Of(block.Children);
        if (TasksEnd.Unread(block.Children.Skip(end)) is { } unread)
        {
            warnings.Add("task", "Phần từ đây đứng sau nhiệm vụ cuối cùng và không thuộc cơ quan nào: chưa đọc thành nhiệm vụ.", unread);
        }

        foreach (var child in block.Children.Take(end).Where(c => c.Depth != Marker.None || !ClosingWords.IsMatch(c.Content.Folded)))
        {
            // "b) Hội Khuyến học huyện" with items of its own: an agency within the item.
            var nested =
                child.IsHeading
                && child.Depth == Marker.Letter
                && child.Content.Length < LongestAgency
                && !OpensWithVerb.IsMatch(child.Content.Folded)
                && !child.Content.Text.EndsWith(':');
            if (nested)
            {
                ReadAgency(child);
                continue;
            }

            AddTask(agency, child.Content, requested);
            ReadWork(child, agency, requested);
        }
    }

    private void AddTask(string lead, MappedText what, bool requested)
    {
        if (what.Length == 0)
        {
            return;
        }

        var role =
            requested ? "requested"
            : OnlyTogether.IsMatch(what.Folded) ? "coordinate"
            : "lead";
        var task = new PlanTask
        {
            Lead = lead,
            Role = role,
            Coordinate = Coordinating(what),
            What = what.Text,
            Span = what.Span(),
        };
        _tasks.Add(new(task, [task.Span]));
    }

    private static IReadOnlyList<string> Coordinating(MappedText what)
    {
        if (Together.Match(what.Folded) is not { Success: true } with)
        {
            return [];
        }

        var start = with.Index + with.Length;
        var end = start + TogetherEnd.Match(what.Folded[start..]).Index;
        var words = what.Slice(start, end);
        var cuts = NextAgency.Matches(words.Folded).ToList();
        var starts = cuts.Select(c => c.Groups[2].Index).Prepend(0);
        var ends = cuts.Select(c => c.Index).Append(words.Length);
        return [.. starts.Zip(ends, (s, e) => words.Text[Math.Min(s, e)..e].Trim(',', ' ')).Where(p => p.Length > 1)];
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
