using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans;

/// <summary>What gave a target its year: one of the places the reader looks at, or a person.</summary>
public enum PlanYearSource
{
    OwnWords,
    Sentence,
    LeadIn,
    Heading,
    TableHead,
    TableRow,
    Title,

    /// <summary>Typed by whoever corrected or added the target.</summary>
    Hand,
}

public static class YearSources
{
    /// <summary>Null where no words gave a year.</summary>
    public static PlanYearSource? Of(YearSource read) =>
        read switch
        {
            YearSource.OwnWords => PlanYearSource.OwnWords,
            YearSource.Sentence => PlanYearSource.Sentence,
            YearSource.LeadIn => PlanYearSource.LeadIn,
            YearSource.Heading => PlanYearSource.Heading,
            YearSource.TableHead => PlanYearSource.TableHead,
            YearSource.TableRow => PlanYearSource.TableRow,
            YearSource.Title => PlanYearSource.Title,
            _ => null,
        };

    /// <summary>"năm lấy từ đề mục {0}": a key of the resource file, with a place for the number of the heading where there is one.</summary>
    public static string Said(PlanYearSource source, string? mark) =>
        source switch
        {
            PlanYearSource.OwnWords => "năm ghi ngay ở con số",
            PlanYearSource.Sentence => "năm lấy từ câu này",
            PlanYearSource.LeadIn when mark is not null => "năm lấy từ dòng dẫn {0}",
            PlanYearSource.LeadIn => "năm lấy từ dòng dẫn",
            PlanYearSource.Heading when mark is not null => "năm lấy từ đề mục {0}",
            PlanYearSource.Heading => "năm lấy từ đề mục",
            PlanYearSource.TableHead => "năm lấy từ đầu cột của bảng",
            PlanYearSource.TableRow => "năm lấy từ đầu dòng của bảng",
            PlanYearSource.Title => "năm lấy từ giai đoạn của kế hoạch",
            _ => "năm ghi tay",
        };
}
