namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures that have the form of a target and set none: shares of money, conditions, votes, and how often something is done by those who are counted.</summary>
internal static class NoTarget
{
    /// <summary>Longer than any words that lead a figure: a long list is not read again from its beginning for each of them.</summary>
    private const int LongestLead = 200;
    private const string Budget =
        "(ngan sach|kinh phi|du toan|(tong )?chi ngan sach|tong chi (cho|thuong xuyen|dau tu)|(nguon )?von|nguon (thu|khac|xa hoi hoa|huy dong|tai tro|dong gop|hop phap|thu hop phap|ngan sach|kinh phi|von))";

    private static readonly Pattern OfBudget = Pattern.Of(
        $@"(^|[;,:(+%]|\b(va|trong do|gom|tu|con)\b)( ?(trong do|gom|tu|va|phan|muc|ty le|ti le|con|so|tong|cac) )* ?{Budget}\b[^;:,%]{{0,80}}$"
    );
    private static readonly Pattern Sum = Pattern.Of(
        @"\d[0-9.,]*( trieu| ty| ti| nghin)? dong ?(\( ?((bang|chiem|dat|tuong ung|tuong duong|khoang|ty le|ti le) )*|, ?(bang|chiem|dat|tuong ung|tuong duong)( khoang| ty le)? ?)$",
        "dong"
    );
    private static readonly Pattern OnlyATime = Pattern.Of(@"^[ ,(]*((va|con|den|vao|trong|het|cuoi|nam|phan dau|dat|la|tang|len|tu|sau do|20\d{2})[ ,:]*)*$");
    private static readonly Pattern Ends = Pattern.Of(@"^ ?([;,.()]|va |$)");
    private static readonly Pattern InMoney = Pattern.Of(
        $@"^ ?\( ?(khoang )?\d[0-9.,]*( trieu| ty| ti| nghin)? dong\b|^ (so |tong )*({Budget}|hoc phi|chi phi|muc (chi|dong|luong))\b"
    );

    // "các xã có 57 % dân số là …", "trên 70 % hộ … mới được xét": for whom the rule holds, and when.
    private static readonly Pattern Whose = Pattern.Of(
        @"\b(xa|phuong|thi tran|thon|ban|ap|buon|khom|huyen|dia phuong|dia ban|vung|noi|to dan pho|khu dan cu|dong ho|don vi|lop|truong)( [^;:,.%]{1,40})? co( tu| tren| den| hon| khoang)* ?$"
    );
    private static readonly Pattern AreSuch = Pattern.Of(@"^( tro len)? (so |tong so |tong )?(dan so|ho|nguoi|nhan khau|dan|hoc sinh)( [^;,.%]{1,30})? (la|thuoc|nguoi dan toc)\b");
    private static readonly Pattern OnlyThen = Pattern.Of(
        @"^[^;.%]{1,140} (moi (duoc|dat|xet|cong nhan|du dieu kien|de nghi|dua)|thi (moi|duoc (xet|cong nhan|de nghi)|xet cong nhan))\b"
    );

    // A vote, and how many of those rewarded are to be of which kind.
    private static readonly Pattern OfAVote = Pattern.Of(
        @"^( tro len)? (tong )?(so )?(nguoi|thanh vien|dai bieu|phieu|ho|y kien)[^;.%]{0,40} (du hop|co mat|bieu quyet|tan thanh|nhat tri|dong y)\b"
    );
    private static readonly Pattern OfRewards = Pattern.Of(@"^( tro len)? (tong )?(so )?(tap the|ca nhan)[^;.%]{0,30} duoc (khen|de nghi khen|tang|bieu duong)[^;.%]{0,20} la\b");

    // "35 % người lao động học ít nhất 02 chuyên đề": how much each of them learns.
    private static readonly Pattern OfEach = Pattern.Of(
        @"%[^,;:(%]{1,100} ((hoc|theo hoc|tham gia|tham du|du|doc)( [^,;:(%]{1,40})?( it nhat| toi thieu| tu| tren| du)?|co (tren|hon|tu)) ?$"
    );
    private static readonly Pattern And = Pattern.Of(@" va( [a-z]+){0,3} ?$");

    /// <summary>"ngân sách huyện bảo đảm 70 %", "52.300 triệu đồng (60,5 %)", "20 % tổng kinh phí".</summary>
    public static bool IsMoney(string folded, TargetFigure share) =>
        InMoney.IsMatch(folded[share.End..]) || Sum.IsMatch(Lead(folded, share)) || (Ends.IsMatch(folded[share.End..]) && OfBudget.IsMatch(Lead(folded, share)));

    /// <summary>"ngân sách huyện bảo đảm 70 %, đến năm 2030 đạt 80 %": the second is told of the same.</summary>
    public static bool GoesOn(string folded, TargetFigure share, TargetFigure money) => Ends.IsMatch(folded[share.End..]) && OnlyATime.IsMatch(folded[money.End..share.Start]);

    /// <summary>Outside the goals: "xã có 57 % dân số là …", "thôn có trên 70 % hộ đạt … mới được xét".</summary>
    public static bool IsCondition(string folded, TargetFigure share) =>
        (Whose.IsMatch(Lead(folded, share)) && AreSuch.IsMatch(folded[share.End..]))
        || OnlyThen.IsMatch(folded[share.End..])
        || OfAVote.IsMatch(folded[share.End..])
        || OfRewards.IsMatch(folded[share.End..]);

    /// <summary>What each of those counted before does, not how many of it there are.</summary>
    public static bool IsOfEach(string folded, TargetFigure count) => OfEach.IsMatch(Lead(folded, count)) && !And.IsMatch(Lead(folded, count));

    private static string Lead(string folded, TargetFigure figure) => folded[Math.Max(0, figure.Start - LongestLead)..figure.Start];
}
