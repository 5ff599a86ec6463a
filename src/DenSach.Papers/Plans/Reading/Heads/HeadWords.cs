namespace DenSach.Papers.Plans.Reading.Heads;

/// <summary>The words around a noun: what is passed on the way to it, and what tells that there is none.</summary>
internal static class HeadWords
{
    private const int LongestPhrase = 3;

    // How many, which, where, when: never the noun itself.
    private static readonly HashSet<string> Passed = Set(
        """
        ,; cac; nhung; so; so luong; tong; tong so; tat ca; toan the; toan bo; tap the; toan xa; toan phuong; toan thi tran; toan huyen; toan quan; toan thi xa; toan thanh pho; toan tinh; toan dia ban; moi; tung; it nhat; toi thieu; khoang; hon; tren; gan; duoi;
        khoi; nhom; doi tuong; he thong; mang luoi; loai hinh; ty le; ti le; chi tieu; muc; ty trong; doi voi; rieng; rieng doi voi; doi voi cac; trong; trong do; trong so; trong tong so; cua; o; ve; voi; ca; nay; tren dia ban; luot; la; nam; vao; het; den; tro len;
        binh quan; trung binh moi; khong; con; co; phan dau; phan dau den; mo hinh; danh hieu; xay dung mo hinh; ket qua; tien toi; hang nam; hang nam co; cuoi; giai doan; tu; thang; ke ca; bao gom; nhat la; them; moi co; va; tiep theo; nhung nam tiep theo; cac nam tiep theo; nam sau; cac nam; nhung nam; tien do; hoac; cung; deu; ngay trong; tai
        """
    );

    // What a plan does to reach its figure; in front of the figure it leads to the noun, behind it it is the predicate of an unnamed one.
    private static readonly HashSet<string> Deeds = Set(
        """
        nang; giam; tang; ha ty le; ha thap; keo giam; huy dong; duy tri; giu vung; dat; van dong; cong nhan; phat trien; ket nap; thu hut; bao dam; dam bao; dua; dua tong; xay dung; mo rong; thanh lap; kien toan; cung co; nang ty le; tuyen truyen; khuyen khich; day manh; hoan thanh; dat va giu vung;
        tung buoc; khong ngung; tich cuc; tiep tuc; gop phan; gop phan nang; dong thoi; cham nhat; cho; tap trung; bo tri; trang bi; dao tao; boi duong; tap huan; giao; den het; thuc hien; phat trien moi; ket nap moi; phat trien them; tao dieu kien cho; ho tro; pho cap; xep loai; danh gia; ket qua xep loai; ket qua danh gia; xoa; day; mo; nhan rong; hinh thanh; cap; trao
        """
    );

    private static readonly HashSet<string> Verbs = Set(
        """
        duoc; dat; co; biet; tham gia; su dung; hoan thanh; thuc hien; ung dung; trien khai; tiep can; dang ky; ban hanh; xay dung; thanh lap; bo tri; trang bi; mo; qua; theo; tu; cho; do; de; so; so voi; bang; chiem; len; xuong; phai; se; da; dang; chua; deu; tot; kha; trung binh; yeu; xuat sac;
        muc; loai; xep; xep loai; thuong xuyen; du; thanh thao; tot nghiep; hoc; hoc tap; do; vuot; tang; giam; nang; duy tri; giu; giu vung; dam bao; bao dam; chu dong; tich cuc; nam; hieu; huong ung; lam; truy cap; ket noi; gan; khai thac; cu; chuyen; quan ly; giai quyet; cam ket; ky; long ghep; cap nhat;
        tiep tuc; nham; to chuc; nay; do; tren; hang nam; moi nam; mot nam; nam; vao; den; trong; o; tai; thuoc; ve; la; con; khong; hoat dong; kien toan; mac; bo hoc; nghi; ra; vao hoc; den truong; ra lop; trung; dap ung; cung cap; phu; tra loi; doc; tu hoc; va; hoac; nho; phan dau; truoc; sau; khi; neu; bi; tai mu chu; mu chu;
        dung; day; phat huy; phat trien; tap trung; van dong; dong gop; ung ho; gop; dau tu; xa hoi hoa; cong khai; bao cao; danh gia; binh xet; tu danh gia; tuyen truyen; hoc len; hoc nghe; vao lop; chuyen bien; hai long; thuoc dien; tro len; tro xuong; cua; voi; hien; ngay; hon; duoi; gap; nhu; tuy; ung voi; tuong ung; lan luot; dong thoi; gom; bao gom;
        gia nhap; o muc; xuong con; tao; tao dieu kien; dua; lien ket; cong nhan; soan; bien soan; nam vung; nam bat; van dung; ap dung; viet; tra cuu; nhan; nhan duoc; gui; di; di hoc; den lop; theo hoc; tiep thu; trinh bay; gioi thieu; ke; chia se; huong dan; ho tro; giup; giup do; do dau;
        bao ve; cham soc; thu hut; huy dong; nang cao; cai thien; thay doi; doi moi; sang tao; nghien cuu; tim hieu; thi; thi dua; thuoc bai; luu tru; so hoa; chuyen doi; ket hop; phoi hop; phoi hop voi; kiem tra; giam sat; theo doi; tong hop; lap; lap duoc; ra mat; phat dong; khen thuong; ton vinh; bieu duong;
        khao sat; dieu tra; thong ke; cai dat; dang tai; dang nhap; tai; xem; nghe; noi; giao tiep; trao doi; sinh hoat; hop; du; du hoc; tham du; tham quan; trai nghiem; kinh doanh; san xuat; ban hang; mua; thanh toan; giao dich; chi; chi tra; bo sung; dieu chinh; sap xep; bo; cat giam;
        cu can bo; cu nguoi; phan cong; phan cap; giao; tiep nhan; tuyen dung; tuyen sinh; tuyen; thi do; dau; trung tuyen; len lop; luu ban; chuyen cap; hoc tiep; tro lai; quay lai; khac phuc; xoa; xoa mu; thoat; thoat ngheo; vuon len; gop phan; dam nhan; dam nhiem; kiem nhiem; phu trach; chiu; noi mang; phu song; phu kin
        """
    );

    private static readonly HashSet<string> Predicates = Set("co; con; khong; la; deu; cung; khong con; ket qua");

    /// <summary>How many words to pass at this place, or none.</summary>
    public static int Pass(WordList words, int at, bool behindFigure) =>
        !behindFigure ? Math.Max(Longest(Passed, words, at), Longest(Deeds, words, at))
        : Longest(Predicates, words, at) > 0 || Longest(Verbs, words, at) > Longest(Passed, words, at) ? 0
        : Longest(Passed, words, at);

    /// <summary>Whether the words here are a verb or a preposition, so that no noun stands before them.</summary>
    public static bool IsVerb(WordList words, int at) => Longest(Verbs, words, at) > 0;

    /// <summary>Whether the word only counts: "1.250", "15/16".</summary>
    public static bool IsNumber(WordList words, int at) => char.IsAsciiDigit(words.Folded(at)[0]) && !words.Folded(at).Any(char.IsLetter);

    private static int Longest(HashSet<string> phrases, WordList words, int at)
    {
        var (longest, phrase) = (0, "");
        for (var k = 0; k < LongestPhrase && at + k < words.Count && (k == 0 || words.Adjoins(at + k)); k++)
        {
            phrase += (k == 0 ? "" : " ") + words.Folded(at + k);
            longest = phrases.Contains(phrase) ? k + 1 : longest;
        }

        return longest;
    }

    private static HashSet<string> Set(string phrases) => [.. phrases.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
