using DenSach.Modules.Decisions;
using DenSach.Platform.Data;
using DenSach.Platform.Text;

namespace DenSach.Tests.Text;

public sealed class PublicCodeRules
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_gives_its_id_back_however_it_is_typed()
    {
        foreach (var register in new[] { 1, 17, 4096, 5001, RowId.MaxRegister })
        {
            for (var i = 0; i < 50; i++)
            {
                var id = RowId.New(register);
                var code = PublicCode.Of(id);
                code.Split('-').Select(g => g.Length).ShouldBe([5, 5, 5, 5, 6]);
                PublicCode.Parse(code).ShouldBe(id);
                PublicCode.Parse($" {code.ToLowerInvariant().Replace("-", " ").Replace('0', 'o').Replace('1', 'l')} ").ShouldBe(id);
            }
        }
    }

    [Fact]
    public void One_wrong_character_never_passes()
    {
        var code = PublicCode.Of(RowId.New(5001)).Replace("-", "");
        for (var at = 0; at < code.Length; at++)
        {
            foreach (var other in Alphabet.Where(c => c != code[at]))
            {
                PublicCode.Parse(code[..at] + other + code[(at + 1)..]).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Two_characters_that_changed_places_never_pass()
    {
        var code = PublicCode.Of(RowId.New(123456)).Replace("-", "");
        for (var a = 0; a < code.Length; a++)
        {
            for (var b = a + 1; b < code.Length; b++)
            {
                if (code[a] != code[b])
                {
                    var swapped = code.ToCharArray();
                    (swapped[a], swapped[b]) = (swapped[b], swapped[a]);
                    PublicCode.Parse(new string(swapped)).ShouldBeNull();
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AB 12")]
    [InlineData("00000-00000-00000-00000-000000")]
    [InlineData("UUUUU-UUUUU-UUUUU-UUUUU-UUUUUU")]
    public void What_is_no_code_is_no_id(string? text) => PublicCode.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("125/QĐ-UBND", "125/QĐ-UBND")]
    [InlineData(" 5/qđ-ubnd ", "05/QĐ-UBND")]
    [InlineData("007/QĐ-UBND", "07/QĐ-UBND")]
    public void A_number_is_written_in_one_way(string typed, string written) => DecisionNumber.Parse(typed)!.ToString().ShouldBe(written);

    [Theory]
    [InlineData("125")]
    [InlineData("0/QĐ-UBND")]
    [InlineData("QĐ-UBND")]
    [InlineData("12a/QĐ-UBND")]
    public void A_number_without_digits_or_symbol_is_none(string typed) => DecisionNumber.Parse(typed).ShouldBeNull();
}
