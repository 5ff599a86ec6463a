using DenSach.Platform.Data;

namespace DenSach.Tests.Hosting;

public sealed class RowIdRules
{
    [Theory]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(123_456)]
    [InlineData(RowId.MaxRegister)]
    public void An_id_alone_tells_its_register(int register)
    {
        for (var i = 0; i < 100; i++)
        {
            RowId.RegisterOf(RowId.New(register)).ShouldBe(register);
        }
    }

    [Fact]
    public void An_id_of_another_layout_names_no_register()
    {
        RowId.RegisterOf(Guid.CreateVersion7()).ShouldBeNull();
        RowId.RegisterOf(Guid.Empty).ShouldBeNull();
    }

    [Fact]
    public void There_is_no_register_zero_and_none_beyond_24_bits()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RowId.New(0));
        Should.Throw<ArgumentOutOfRangeException>(() => RowId.New(RowId.MaxRegister + 1));
    }

    [Fact]
    public void Ids_are_different()
    {
        Enumerable.Range(0, 10_000).Select(_ => RowId.New(7)).Distinct().Count().ShouldBe(10_000);
    }
}
