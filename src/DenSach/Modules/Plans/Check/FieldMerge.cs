using System.Globalization;
using DenSach.Papers.Plans;
using DenSach.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>
/// Carries what a person corrected in one reading over to another, field by field: a field that was not corrected keeps what this reading says, so that an amended figure is never
/// overwritten by a correction of something else.
/// </summary>
internal sealed class FieldMerge
{
    private readonly List<FieldChange> changes = [];
    private readonly List<string> otherwise = [];

    /// <summary>What was corrected, field by field.</summary>
    public IReadOnlyList<FieldChange> Changes => changes;

    /// <summary>What this reading says in corrected fields where it says neither what had been read nor what that became; null where there is none.</summary>
    public string? Otherwise => otherwise.Count == 0 ? null : string.Join("; ", otherwise);

    /// <summary>Whether carrying over changes anything.</summary>
    public bool Differs { get; private set; }

    /// <summary>The same as what somebody else wrote beside what is typed.</summary>
    public Meanwhile Since(IStringLocalizer words) => Meanwhile.Stands(changes.Select(c => new Meanwhile.Field(words[c.Field], c.Was, c.Became)));

    public static (TargetContent Content, FieldMerge Merge) Of(TargetContent before, TargetContent after, TargetContent now)
    {
        var merge = new FieldMerge();
        var content = now with
        {
            Subject = merge.Field("Ai", before.Subject, after.Subject, now.Subject, PlanWords.Of),
            Title = merge.Field("Danh hiệu", before.Title, after.Title, now.Title),
            Comparator = merge.Field("So với mức", before.Comparator, after.Comparator, now.Comparator, SignOf),
            Value = merge.Field("Mức", before.Value, after.Value, now.Value, Figure),
            ValueTo = merge.Field("Mức trên", before.ValueTo, after.ValueTo, now.ValueTo, v => v is { } to ? Figure(to) : ""),
            Unit = merge.Field("Đơn vị tính", before.Unit, after.Unit, now.Unit, UnitOf) ?? now.Unit,
            Year = merge.Field("Đến năm", before.Year, after.Year, now.Year),
            Recurrence = merge.Field("Lặp lại", before.Recurrence, after.Recurrence, now.Recurrence, AgainOf),
            Measure = merge.Field("Đo điều gì", before.Measure, after.Measure, now.Measure) ?? "",
            TitleContext = merge.Field("Chỉ tính trong số người", before.TitleContext, after.TitleContext, now.TitleContext),
            OfParent = merge.Field("Là phần “trong đó”", before.OfParent, after.OfParent, now.OfParent, of => of ? "trong đó" : ""),
        };
        return (content, merge);
    }

    public static (DeadlineContent Content, FieldMerge Merge) Of(DeadlineContent before, DeadlineContent after, DeadlineContent now)
    {
        var merge = new FieldMerge();
        var content = now with
        {
            Relation = merge.Field("Kế hoạch ghi", before.Relation, after.Relation, now.Relation, RelationOf),
            Day = merge.Field("Ngày", before.Day, after.Day, now.Day),
            Month = merge.Field("Tháng", before.Month, after.Month, now.Month),
            Quarter = merge.Field("Quý", before.Quarter, after.Quarter, now.Quarter),
            Year = merge.Field("Năm", before.Year, after.Year, now.Year),
            Recurrence = merge.Field("Lặp lại", before.Recurrence, after.Recurrence, now.Recurrence, AgainOf),
            What = merge.Field("Việc phải xong", before.What, after.What, now.What) ?? "",
            SentTo = merge.Field("Gửi tới", before.SentTo, after.SentTo, now.SentTo),
        };
        return (content, merge);
    }

    /// <summary>The deadline of a task is not carried over: it names a place in the other edition.</summary>
    public static (TaskContent Content, FieldMerge Merge) Of(TaskContent before, TaskContent after, TaskContent now)
    {
        var merge = new FieldMerge();
        var content = now with
        {
            Lead = merge.Field("Cơ quan, đơn vị", before.Lead, after.Lead, now.Lead) ?? "",
            Role = merge.Field("Vai trong việc này", before.Role, after.Role, now.Role, RoleOf) ?? PlanTask.Leads,
            What = merge.Field("Việc phải làm", before.What, after.What, now.What) ?? "",
            Partners = merge.Field("Phối hợp với", before.Partners, after.Partners, now.Partners),
            Product = merge.Field("Kết quả phải có", before.Product, after.Product, now.Product),
        };
        return (content, merge);
    }

    public static (PlanFacts Facts, FieldMerge Merge) Of(PlanFacts before, PlanFacts after, PlanFacts now)
    {
        var merge = new FieldMerge();
        var facts = now with
        {
            Title = merge.Field("Tên kế hoạch", before.Title, after.Title, now.Title) ?? "",
            Number = merge.Field("Số, ký hiệu", before.Number, after.Number, now.Number),
            IssuedOn = merge.Field("Ngày ban hành", before.IssuedOn, after.IssuedOn, now.IssuedOn, day => day is { } on ? Areas.Dated.Written(on) : ""),
            Issuer = merge.Field("Cơ quan ban hành", before.Issuer, after.Issuer, now.Issuer),
            FirstYear = merge.Field("Giai đoạn từ năm", before.FirstYear, after.FirstYear, now.FirstYear),
            LastYear = merge.Field("đến hết năm", before.LastYear, after.LastYear, now.LastYear),
            SignerAuthority = merge.Field("Quyền hạn người ký", before.SignerAuthority, after.SignerAuthority, now.SignerAuthority),
            SignerPosition = merge.Field("Chức vụ người ký", before.SignerPosition, after.SignerPosition, now.SignerPosition),
            SignerName = merge.Field("Họ tên người ký", before.SignerName, after.SignerName, now.SignerName),
        };
        return (facts with { NumberSuffix = facts.Number is null ? facts.NumberSuffix : null, IssuedPartial = facts.IssuedOn is null ? facts.IssuedPartial : null }, merge);
    }

    private T? Field<T>(string name, T? before, T? after, T? now, Func<T, string>? words = null)
    {
        if (IsSame(before, after))
        {
            return now;
        }
        changes.Add(new FieldChange(name, Said(before), Said(after)));
        if (IsSame(now, after))
        {
            return now;
        }
        Differs = true;
        if (!IsSame(now, before))
        {
            otherwise.Add(Said(now) is { Length: > 0 } said ? said : "(trống)");
        }
        return after;

        string Said(T? value) =>
            value is null ? ""
            : words is null ? PlanWords.Short(string.Create(CultureInfo.InvariantCulture, $"{value}"), 160)
            : words(value);
    }

    /// <summary>Words are the same whatever their spaces and line ends: a form sends them otherwise than a text.</summary>
    private static bool IsSame<T>(T? one, T? other) => one is string or null && other is string or null ? Plain(one as string) == Plain(other as string) : Equals(one, other);

    private static string Plain(string? words) => string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));

    private static string SignOf(TargetComparator? sign) =>
        sign switch
        {
            TargetComparator.AtLeast => "≥",
            TargetComparator.MoreThan => ">",
            TargetComparator.AtMost => "≤",
            TargetComparator.LessThan => "<",
            TargetComparator.About => "≈",
            _ => "=",
        };

    private static string UnitOf(string unit) => unit == "count" ? "số lượng" : unit.Replace("/year", "/năm", StringComparison.Ordinal);

    private static string RelationOf(string relation) =>
        relation switch
        {
            PlanDeadline.Before => "trước ngày",
            "by" => "chậm nhất ngày",
            "in" => "trong",
            PlanDeadline.From => "từ ngày",
            _ => relation,
        };

    private static string AgainOf(string again) =>
        again switch
        {
            "yearly" => "hằng năm",
            "half_yearly" => "6 tháng một lần",
            "quarterly" => "hằng quý",
            "monthly" => "hằng tháng",
            "once" => "một lần",
            PlanDeadline.OnRequest => "khi được yêu cầu",
            _ => again,
        };

    private static string RoleOf(string role) =>
        role switch
        {
            PlanTask.Leads => "chủ trì",
            "coordinate" => "phối hợp",
            _ => "được đề nghị",
        };
}
