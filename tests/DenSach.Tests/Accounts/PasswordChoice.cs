using DenSach.Modules.Accounts;

namespace DenSach.Tests.Accounts;

public sealed class PasswordChoice
{
    private static string? Refusal(string password, string userName = "lo.van.quy") => PasswordRules.Check(password, password, userName)?.Code;

    [Theory]
    [InlineData("ba con trâu ngoài đồng")]
    [InlineData("tramsachtrongnha")]
    [InlineData("mùa này lúa tốt")]
    [InlineData("xk29-mmqz-77")]
    public void A_sentence_of_ten_characters_is_enough_and_nothing_is_prescribed(string password)
    {
        Refusal(password).ShouldBeNull();
    }

    [Theory]
    [InlineData("ngắn quá", "password_short")]
    [InlineData("1234567890", "password_common")]
    [InlineData("0987654321", "password_common")]
    [InlineData("aaaaaaaaaaaa", "password_common")]
    [InlineData("Mật khẩu 123", "password_common")]
    [InlineData("matkhau2026", "password_common")]
    [InlineData("KhuyenHoc2026", "password_common")]
    [InlineData("Anh Yêu Em 99", "password_common")]
    [InlineData("lo.van.quy1990", "password_common")]
    public void What_everybody_tries_first_is_refused(string password, string code)
    {
        Refusal(password).ShouldBe(code);
    }

    [Fact]
    public void The_two_entries_must_be_the_same()
    {
        PasswordRules.Check("ba con trâu ngoài đồng", "ba con trâu trong đồng", "x")!.Field.ShouldBe("PasswordAgain");
    }

    [Theory]
    [InlineData("Nguyễn Văn Đức", "nguyen.van.duc")]
    [InlineData("An", "tk.an")]
    public void A_user_name_is_made_of_the_name_without_marks(string name, string userName)
    {
        UserNames.Propose(name, _ => false).ShouldBe(userName);
        UserNames.Read(userName).Value.ShouldBe(userName);
    }

    [Fact]
    public void Whoever_comes_later_gets_a_number()
    {
        string[] taken = ["nguyen.van.duc", "nguyen.van.duc2"];
        UserNames.Propose("Nguyễn Văn Đức", taken.Contains).ShouldBe("nguyen.van.duc3");
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("nguyễn")]
    [InlineData("a b c")]
    [InlineData("-abc")]
    public void A_user_name_every_keyboard_can_write(string typed)
    {
        UserNames.Read(typed).Problem!.Code.ShouldBe("user_name");
    }
}
