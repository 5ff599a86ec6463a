namespace DenSach.Scoring;

/// <summary>Finds the faults of one line.</summary>
internal static class LineCheck
{
    public static void Run(CriteriaSet set, Line line, Action<string, string> sayAt)
    {
        void Say(string sentence) => sayAt($"chỉ tiêu {line.Id}", sentence);

        if (!SetCheck.IsName(line.Id))
            Say("mã chỉ được gồm chữ thường không dấu, chữ số, dấu gạch ngang và dấu chấm.");
        if (string.IsNullOrWhiteSpace(line.Text))
            Say("thiếu nội dung.");
        if (set.Status == SetStatus.OfficialComplete && string.IsNullOrWhiteSpace(line.Clause))
            Say("bộ tiêu chí chính thức phải dẫn điều, khoản.");
        Role(set, line, Say);
        if (line.Evidence == EvidenceAsk.None && line.EvidenceText is not null)
            Say("nêu minh chứng nhưng không hỏi tệp; cần chọn file hoặc when_sampled.");
        if (line.Evidence != EvidenceAsk.None && line.Role is LineRole.KnockOut or LineRole.Deduction)
            Say("không hỏi minh chứng ở chỉ tiêu loại trừ hoặc trừ điểm.");
        Known(set, line.AppliesTo, Say);
        RuleCheck.Run(set, line, line.Rule, Say);
        foreach (var variant in line.Variants)
        {
            Known(set, variant.When, Say);
            if (variant.When.Levels.Count + variant.When.Areas.Count + variant.When.Groups.Count + variant.When.ExceptAreas.Count + variant.When.ExceptGroups.Count == 0)
                Say("biến thể không nêu mức độ, địa bàn hay nhóm nào.");
            if (variant.Rule.GetType() != line.Rule.GetType())
                Say("biến thể phải cùng quy tắc với chỉ tiêu.");
            else
                RuleCheck.Run(set, line, variant.Rule, Say);
        }
    }

    private static void Role(CriteriaSet set, Line line, Action<string> say)
    {
        var points = line.Role is LineRole.Scored or LineRole.Bonus or LineRole.Deduction;
        if (set.Combination is AllOf && points)
            say("bộ tiêu chí yêu cầu đạt tất cả nên không có chỉ tiêu tính điểm.");
        if (points && line.Points <= Points.Zero)
            say("chỉ tiêu tính điểm phải có số điểm lớn hơn 0.");
        if (!points && line.Points != Points.Zero)
            say("chỉ tiêu bắt buộc hoặc loại trừ không mang điểm.");
        if (line.Lowest is { } lowest && (line.Role != LineRole.Scored || lowest < Points.Zero || lowest > line.Points))
            say("điểm thấp nhất cho phép chỉ dùng cho chỉ tiêu tính điểm và không quá điểm của chỉ tiêu.");
        if (line is { Role: LineRole.Scored, Lowest: null } && set.Combination is SumOfPoints { Lowest: { } least } && least > line.Points)
            say($"điểm thấp nhất cho phép {least} vượt điểm của chỉ tiêu.");
    }

    private static void Known(CriteriaSet set, When when, Action<string> say)
    {
        Known(when.Levels, set.Levels, "mức độ", say);
        Known([.. when.Areas, .. when.ExceptAreas], set.Areas, "điều kiện địa bàn", say);
        Known([.. when.Groups, .. when.ExceptGroups], set.Groups, "nhóm", say);
    }

    private static void Known(IEnumerable<string> used, IReadOnlyList<Named> known, string what, Action<string> say)
    {
        foreach (var id in used)
            if (known.All(item => item.Id != id))
                say($"{what} “{id}” chưa được khai báo.");
    }
}
