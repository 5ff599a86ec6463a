namespace DenSach.Platform.Errors;

/// <summary>A status told in words: a code for programs, a heading and a sentence for people. Keys of UiText.</summary>
internal static class ErrorWords
{
    private sealed record Words(string Code, string Heading, string Sentence);

    private static readonly Dictionary<int, Words> ByStatus = new()
    {
        [400] = new("bad_request", "Chưa gửi được", "Máy chủ không đọc được nội dung gửi lên. Chưa có gì thay đổi."),
        [401] = new("not_signed_in", "Cần đăng nhập", "Bạn chưa đăng nhập, hoặc phiên đăng nhập đã hết hạn. Chưa có gì thay đổi."),
        [403] = new("forbidden", "Không có quyền", "Tài khoản này không có quyền xem trang hoặc làm việc này."),
        [404] = new("not_found", "Không tìm thấy trang", "Địa chỉ này không có, hoặc tài khoản này không được xem."),
        [405] = new("method", "Không làm được theo cách này", "Trang này không nhận yêu cầu kiểu đó. Hãy mở lại trang rồi làm lại."),
        [409] = new("conflict", "Dữ liệu đã đổi", "Dữ liệu đã được người khác sửa. Chưa có gì thay đổi: hãy mở lại trang, xem rồi làm lại."),
        [413] = new(
            "too_large",
            "Nội dung gửi lên quá lớn",
            "Tệp hoặc biểu mẫu lớn hơn mức cho phép. Chưa có gì thay đổi: hãy chọn tệp nhỏ hơn, hoặc chụp lại ảnh ở cỡ nhỏ, rồi gửi lại."
        ),
        [415] = new("media_type", "Không nhận kiểu nội dung này", "Nội dung gửi lên không phải kiểu mà chỗ này nhận. Chưa có gì thay đổi."),
        [429] = new("too_many", "Quá nhiều yêu cầu", "Từ địa chỉ mạng này có quá nhiều yêu cầu trong một phút. Hãy chờ một phút rồi thử lại."),
        [500] = new("failure", "Hệ thống gặp lỗi", "Việc vừa rồi chưa hoàn thành và không có gì bị ghi dở. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị kèm mã lỗi dưới đây."),
        [503] = new("unavailable", "Hệ thống đang bận", "Máy chủ chưa trả lời được lúc này. Hãy thử lại sau ít phút."),
    };

    public static string? CodeOf(int? status) => Of(status)?.Code;

    public static string HeadingOf(int? status) => (Of(status) ?? ByStatus[400]).Heading;

    public static string SentenceOf(int? status) => (Of(status) ?? ByStatus[400]).Sentence;

    private static Words? Of(int? status) => ByStatus.GetValueOrDefault(status ?? 0) ?? (status >= 500 ? ByStatus[500] : null);
}
