using System.Globalization;
using System.Text.RegularExpressions;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Text;

namespace DenSach.Modules.Areas.Import;

/// <param name="Errors">Everything that is wrong, with lines; if there is anything, nothing was changed.</param>
/// <param name="Known">How many units of the file the tree had already.</param>
/// <param name="Founded">How many it founded.</param>
public sealed record ImportReport(IReadOnlyList<string> Errors, int Known, int Founded);

/// <summary>
/// Takes in a list of the units in force on a day. What the tree has on that day under the same code stays; the rest is founded in one reform.
/// A unit whose name differs from the one the tree has is an error, not a renaming.
/// </summary>
public sealed partial class ImportUnits(AreaTree tree, ReformAreas reforms)
{
    public async Task<ImportReport> RunAsync(TextReader file, string fileName, DateOnly day, CancellationToken cancellation)
    {
        var (lines, faults) = UnitFile.Read(file);
        List<string> errors = [.. faults];
        List<NewArea> founded = [];
        var provinces = new Dictionary<string, int>();
        var known = 0;
        var next = tree.NextFreeId;
        var root = tree.AllOf(AreaKind.Country, day).FirstOrDefault();
        if (root is null)
        {
            return new ImportReport([$"Cây địa bàn chưa có trong ngày {day.Written()}: hãy chọn một ngày muộn hơn."], 0, 0);
        }
        foreach (var line in lines.OrderBy(l => l.Kind == "province" ? 0 : 1).ThenBy(l => l.Number))
        {
            var kind = line.Kind == "province" ? AreaKind.Province : AreaKind.Commune;
            int? parent = kind == AreaKind.Province ? root.Id : ProvinceOf(line, provinces, day);
            if (parent is null)
            {
                errors.Add($"Dòng {line.Number}, cột parent_code: không có tỉnh nào mang mã “{line.ParentCode}” trong ngày {day.Written()}.");
                continue;
            }
            if (tree.WithCode(line.Code, day).FirstOrDefault(a => a.Kind == kind) is { } there)
            {
                known++;
                errors.AddRange(Differences(line, there, parent.Value, day));
                if (kind == AreaKind.Province)
                {
                    provinces[line.Code] = there.Id;
                }
                continue;
            }
            var id = next++;
            founded.Add(Found(line, kind, id, parent.Value));
            if (kind == AreaKind.Province)
            {
                provinces[line.Code] = id;
            }
        }
        if (errors.Count > 0 || founded.Count == 0)
        {
            return new ImportReport(InLineOrder(errors), known, 0);
        }
        var result = await reforms.ApplyAsync(
            new ApplyReform
            {
                CommandId = RowId.New(AuditTrail.SystemRegisters),
                On = day,
                Name = $"Nhập danh sách {founded.Count.ToString(CultureInfo.InvariantCulture)} đơn vị hành chính",
                LegalBasis = $"Danh sách trong tệp {fileName}",
                Steps = new ReformSteps { Found = founded },
            },
            cancellation
        );
        return result.Problem is { } problem ? new ImportReport([problem.Sentence], known, 0) : new ImportReport([], known, founded.Count);
    }

    private int? ProvinceOf(UnitLine line, Dictionary<string, int> founded, DateOnly day) =>
        founded.TryGetValue(line.ParentCode, out var id) ? id : tree.WithCode(line.ParentCode, day).FirstOrDefault(a => a.Kind == AreaKind.Province)?.Id;

    private IEnumerable<string> Differences(UnitLine line, Area there, int parent, DateOnly day)
    {
        // Where the mark stands in "oa" is a matter of spelling: Thanh Hoá, Thanh Hóa.
        if (SearchKey.Of(there.Name) != SearchKey.Of(line.Name))
        {
            yield return $"Dòng {line.Number}, cột name: mã {line.Code} trong cây là {there.FullName}, trong tệp là {line.FullName}.";
        }
        if (tree.PathTo(there.Id, day) is [.., var above, _] && above.Id != parent)
        {
            yield return $"Dòng {line.Number}, cột parent_code: {there.FullName} trong cây thuộc {above.FullName}.";
        }
    }

    private static NewArea Found(UnitLine line, AreaKind kind, int id, int parent)
    {
        var localKind = line.FullName[..^line.Name.Length].Trim().ToLower(CultureInfo.GetCultureInfo("vi-VN"));
        return new NewArea(id, kind, line.Name, localKind, parent)
        {
            Code = line.Code,
            HomeRegisterId = id,
            Note = line.FormedFrom.Length == 0 || line.FormedFrom == "giữ nguyên" ? null : $"Hình thành từ: {line.FormedFrom}",
        };
    }

    private static List<string> InLineOrder(IEnumerable<string> errors) =>
        [.. errors.OrderBy(e => LineNumber().Match(e) is { Success: true } m ? int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) : 0)];

    [GeneratedRegex("^Dòng ([0-9]+)")]
    private static partial Regex LineNumber();
}
