using DenSach.Modules.Accounts;

namespace DenSach.Tests.Accounts;

public sealed class SlipRules
{
    private static readonly DateTime Issued = new(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc);

    private static AccessSlip New(string? code = null) => AccessSlip.For(Guid.CreateVersion7(), Guid.CreateVersion7(), code ?? OneTimeCode.New(), Issued);

    [Fact]
    public void A_code_is_read_as_people_write_it()
    {
        OneTimeCode.Read("7K3M-9Q2X-01AB").ShouldBe("7K3M9Q2X01AB");
        OneTimeCode.Read(" 7k3m 9q2x oiab ").ShouldBe("7K3M9Q2X01AB", "o is 0, i and l are 1");
        OneTimeCode.Read("7K3M-9Q2X").ShouldBeNull("too short");
        OneTimeCode.Read("7K3M-9Q2X-01AU").ShouldBeNull("U is no sign of ours");
        OneTimeCode.Read(null).ShouldBeNull();
    }

    [Fact]
    public void Every_new_code_can_be_read_back_and_none_comes_twice()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => OneTimeCode.New()).ToList();
        codes.ShouldAllBe(code => OneTimeCode.Read(code) == code.Replace("-", ""));
        codes.Distinct().Count().ShouldBe(codes.Count);
    }

    [Fact]
    public void The_slip_keeps_a_hash_and_not_the_code()
    {
        var slip = New("7K3M-9Q2X-01AB");
        slip.CodeHash.ShouldBe(OneTimeCode.HashOf("7k3m9q2x01ab"));
        slip.CodeHash.ShouldNotContain("7K3M", Case.Insensitive);
        slip.CodeHash.Length.ShouldBe(64);
    }

    [Fact]
    public void A_slip_opens_for_fourteen_days_and_not_a_moment_longer()
    {
        var slip = New();
        slip.StateAt(Issued.AddDays(14).AddMilliseconds(-1)).ShouldBe(SlipState.Open);
        slip.StateAt(Issued.AddDays(14)).ShouldBe(SlipState.Expired);
        Should.Throw<InvalidOperationException>(() => slip.Use(Issued.AddDays(14)));
    }

    [Fact]
    public void A_slip_opens_once()
    {
        var slip = New();
        slip.Use(Issued.AddDays(1));
        slip.StateAt(Issued.AddDays(1)).ShouldBe(SlipState.Used);
        Should.Throw<InvalidOperationException>(() => slip.Use(Issued.AddDays(1)));
    }

    [Fact]
    public void A_slip_that_was_replaced_opens_nothing()
    {
        var slip = New();
        slip.Replace(Issued.AddHours(1));
        slip.StateAt(Issued.AddHours(1)).ShouldBe(SlipState.Replaced);
    }
}
