using System.Text;
using DenSach.Platform.Text;

namespace DenSach.Modules.Areas.Import;

/// <summary>One line of a list of administrative units.</summary>
public sealed record UnitLine(int Number, string Code, string Kind, string Name, string FullName, string ParentCode, string FormedFrom);

/// <summary>Reads the comma-separated list of units: header code,kind,name,full_name,parent_code,formed_from. Every fault is told with its line.</summary>
public static class UnitFile
{
    private static readonly string[] Columns = ["code", "kind", "name", "full_name", "parent_code", "formed_from"];

    public static (IReadOnlyList<UnitLine> Lines, IReadOnlyList<string> Errors) Read(TextReader reader)
    {
        List<UnitLine> lines = [];
        List<string> errors = [];
        var header = true;
        foreach (var (number, fields) in Records(reader))
        {
            if (header)
            {
                header = false;
                if (!fields.SequenceEqual(Columns))
                {
                    errors.Add($"Dòng 1: tiêu đề phải là {string.Join(',', Columns)}.");
                    break;
                }
            }
            else if (fields is null)
            {
                errors.Add($"Dòng {number}: thiếu dấu ngoặc kép đóng.");
            }
            else if (fields.Length != Columns.Length)
            {
                errors.Add($"Dòng {number}: có {fields.Length} cột, phải có {Columns.Length}.");
            }
            else
            {
                lines.Add(new UnitLine(number, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]));
            }
        }
        if (header)
        {
            errors.Add("Tệp không có dòng nào.");
        }
        errors.AddRange(lines.SelectMany(Faults));
        errors.AddRange(
            lines.GroupBy(l => (l.Kind, l.Code)).Where(g => g.Count() > 1).Select(g => $"Dòng {g.Last().Number}, cột code: mã {g.Key.Code} đã có ở dòng {g.First().Number}.")
        );
        return (lines, errors);
    }

    private static IEnumerable<string> Faults(UnitLine line)
    {
        if (line.Kind is not ("province" or "commune"))
        {
            yield return $"Dòng {line.Number}, cột kind: “{line.Kind}” không hợp lệ, phải là province hoặc commune.";
        }
        if (line.Code.Length == 0 || !line.Code.All(char.IsAsciiDigit))
        {
            yield return $"Dòng {line.Number}, cột code: “{line.Code}” không phải là mã gồm các chữ số.";
        }
        if (line.Name.Length is 0 or > 120)
        {
            yield return $"Dòng {line.Number}, cột name: tên phải có từ 1 đến 120 chữ.";
        }
        else if (!line.FullName.EndsWith(line.Name, StringComparison.Ordinal) || SearchKey.Of(line.FullName) == SearchKey.Of(line.Name))
        {
            yield return $"Dòng {line.Number}, cột full_name: “{line.FullName}” phải là loại đơn vị rồi đến tên “{line.Name}”.";
        }
        if (line.Kind == "commune" && line.ParentCode.Length == 0)
        {
            yield return $"Dòng {line.Number}, cột parent_code: một xã, phường phải có mã của tỉnh.";
        }
        if (line.Kind == "province" && line.ParentCode.Length > 0)
        {
            yield return $"Dòng {line.Number}, cột parent_code: một tỉnh không có mã cấp trên.";
        }
    }

    /// <summary>Records with the line they begin on; quotes may hold commas, doubled quotes and line breaks. Null fields: a quote that never closes.</summary>
    private static IEnumerable<(int Number, string[]? Fields)> Records(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            var first = ++number;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            while (line.Count(c => c == '"') % 2 == 1)
            {
                if (reader.ReadLine() is not { } more)
                {
                    yield return (first, null);
                    yield break;
                }
                number++;
                line += "\n" + more;
            }
            yield return (first, Fields(line));
        }
    }

    private static string[] Fields(string record)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (quoted && c == '"' && i + 1 < record.Length && record[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }
        fields.Add(field.ToString().Trim());
        return [.. fields];
    }
}
