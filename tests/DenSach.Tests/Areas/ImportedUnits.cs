using DenSach.Modules.Areas;
using DenSach.Modules.Areas.Import;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static DenSach.Tests.Areas.Trees;

namespace DenSach.Tests.Areas;

/// <summary>Lists of units: taken in whole, or every fault told and nothing changed.</summary>
public abstract class ImportedUnits(Engine engine) : TestApp(engine)
{
    private const string Header = "code,kind,name,full_name,parent_code,formed_from\n";

    private AreaTree Tree => Services.GetRequiredService<AreaTree>();

    private async Task<(int Code, string Output)> ImportAsync(string text, params string[] more)
    {
        var file = Path.Combine(DataFolder, "units.csv");
        await File.WriteAllTextAsync(file, text);
        return await CommandLineAsync(["area", "import", file, .. more]);
    }

    [Fact]
    public async Task What_the_tree_has_stays_and_the_rest_is_founded()
    {
        var (code, output) = await ImportAsync(
            Header + "12,province,Lai Châu,Tỉnh Lai Châu,,giữ nguyên\n03390,commune,Bình Lư,Xã Bình Lư,12,\n03388,commune,Tân Phong,Phường Tân Phong,12,\"Phường A, Xã B\"\n",
            "--from",
            "2025-07-01"
        );
        output.ShouldContain("Đã thêm 1 địa bàn từ ngày 1/7/2025; 2 địa bàn đã có từ trước.");
        code.ShouldBe(0);
        var found = Tree.WithCode("03388", Day("1/7/2025")).ShouldHaveSingleItem();
        found.FullName.ShouldBe("phường Tân Phong");
        found.HomeRegisterId.ShouldNotBeNull();
        Tree.IsWithin(found.Id, KnownAreas.LaiChau, Day("1/7/2025")).ShouldBeTrue();
        Tree.IsWithin(found.Id, KnownAreas.LaiChau, Day("30/6/2025")).ShouldBeFalse();
        (await ImportAsync(Header + "03388,commune,Tân Phong,Phường Tân Phong,12,\n", "--from", "2025-07-01")).Output.ShouldContain("Đã thêm 0 địa bàn");
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_line_and_nothing_is_changed()
    {
        var revision = Tree.Revision;
        var (code, output) = await ImportAsync(
            Header
                + "03388,commune,Tân Phong,Phường Tân Phong,12,\n"
                + "03390,commune,Khác,Xã Khác,12,\n"
                + "x1,commune,Nào,Xã Nào,12,\n"
                + "03391,commune,Nào,Xã Nào,99,\n"
                + "03388,commune,Tân Phong,Phường Tân Phong,12,\n"
                + "03392,huyen,Nào,Huyện Nào,12,\n"
                + "03393,commune,Nào\n",
            "--from",
            "2025-07-01"
        );
        code.ShouldBe(1);
        output.ShouldSatisfyAllConditions(
            o => o.ShouldContain("Dòng 3, cột name: mã 03390 trong cây là xã Bình Lư"),
            o => o.ShouldContain("Dòng 4, cột code: “x1”"),
            o => o.ShouldContain("Dòng 5, cột parent_code: không có tỉnh nào mang mã “99”"),
            o => o.ShouldContain("Dòng 6, cột code: mã 03388 đã có ở dòng 2"),
            o => o.ShouldContain("Dòng 7, cột kind: “huyen”"),
            o => o.ShouldContain("Dòng 8: có 3 cột, phải có 6."),
            o => o.ShouldContain("6 lỗi. Chưa có gì thay đổi")
        );
        Tree.Revision.ShouldBe(revision);
    }

    [Fact]
    public async Task A_file_that_does_not_say_its_day_is_asked_for_it() => (await ImportAsync(Header)).Output.ShouldContain("hãy thêm --from");

    [Fact]
    public void Quotes_hold_commas_doubled_quotes_and_line_breaks()
    {
        var (lines, errors) = UnitFile.Read(new StringReader(Header + "1,commune,A,Xã A,2,\"một \"\"hai\"\",\nba\"\n2,commune,B,Xã B,2,\n"));
        errors.ShouldBeEmpty();
        lines.Select(l => (l.Number, l.FormedFrom)).ShouldBe([(2, "một \"hai\",\nba"), (4, "")]);
        UnitFile.Read(new StringReader(Header + "1,commune,A,Xã A,2,\"hở\n")).Errors.ShouldBe(["Dòng 2: thiếu dấu ngoặc kép đóng."]);
    }

    [Fact]
    public async Task The_public_data_set_of_34_provinces_and_3321_communes_is_taken_in_whole()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("DENSACH_TERRITORY") ?? "", "units-2025-07-01.csv");
        if (!File.Exists(file))
        {
            return; // The data set is not part of the product; DENSACH_TERRITORY names its folder.
        }
        var (code, output) = await CommandLineAsync("area", "import", file);
        output.ShouldContain("Đã thêm 3314 địa bàn");
        code.ShouldBe(0);
        Tree.DescendantsOf(KnownAreas.Country, Day("1/7/2025")).Count(a => a.Kind == AreaKind.Commune).ShouldBe(3321);
        (await CommandLineAsync("area", "check")).Code.ShouldBe(0);
    }
}

public sealed class ImportedUnitsOnSqlite() : ImportedUnits(Engine.Sqlite);

public sealed class ImportedUnitsOnPostgres() : ImportedUnits(Engine.Postgres);
