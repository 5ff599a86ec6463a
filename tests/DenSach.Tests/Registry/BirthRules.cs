using DenSach.Modules.Registry;
using FsCheck;
using FsCheck.Fluent;

namespace DenSach.Tests.Registry;

public class BirthRules
{
    [Fact]
    public void A_year_of_birth_alone_counts_from_its_first_of_january()
    {
        var born = Birth.In(2008);
        born.AgeOn(new DateOnly(2025, 12, 31)).ShouldBe(17);
        born.AgeOn(new DateOnly(2026, 1, 1)).ShouldBe(18);
        born.Turns(18).ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void An_age_is_reached_on_the_birthday_not_the_day_before()
    {
        var born = Birth.On(new DateOnly(2008, 6, 15));
        born.AgeOn(new DateOnly(2026, 6, 14)).ShouldBe(17);
        born.AgeOn(new DateOnly(2026, 6, 15)).ShouldBe(18);
    }

    [Fact]
    public void Born_on_29_February_an_age_is_reached_on_the_last_of_February() => Birth.On(new DateOnly(2008, 2, 29)).AgeOn(new DateOnly(2026, 2, 28)).ShouldBe(18);

    [Fact]
    public void Nobody_has_an_age_before_birth() => Birth.On(new DateOnly(2020, 5, 1)).AgeOn(new DateOnly(2019, 1, 1)).ShouldBe(0);

    [Fact]
    public void The_age_on_a_day_and_the_birthday_that_brings_it_always_agree() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, 40_000).Three().ToArbitrary(),
                t =>
                {
                    var born = Birth.On(new DateOnly(1920, 1, 1).AddDays(t.Item1));
                    var age = t.Item2 % 100;
                    return born.AgeOn(born.Turns(age)) == age && (age == 0 || born.AgeOn(born.Turns(age).AddDays(-1)) == age - 1);
                }
            )
        );
}
