namespace DenSach.Scoring;

/// <summary>Finds the faults of one rule.</summary>
internal static class RuleCheck
{
    public static void Run(CriteriaSet set, Line line, Rule rule, Action<string> say)
    {
        switch (rule)
        {
            case Judged judged:
                Choices(line, judged, say);
                break;
            case Checklist list:
                Items(line, list, say);
                break;
            case Threshold threshold:
                Fact(set, threshold.Fact, say, FactKind.Count, FactKind.Amount);
                Steps(line, threshold.Steps, Order<Quantity>(threshold.Comparison, (a, b) => a.CompareTo(b)), say);
                break;
            case Ratio ratio:
                Fact(set, ratio.Of, say, FactKind.Count, FactKind.Amount);
                Fact(set, ratio.In, say, FactKind.Count, FactKind.Amount);
                if (ratio.Of == ratio.In)
                    say("tỷ lệ phải dùng hai số liệu khác nhau.");
                Steps(line, ratio.Steps, Order<Share>(ratio.Comparison, (a, b) => a.CompareTo(b)), say);
                if (ratio.Steps.Any(step => step.Bound.Denominator <= 0 || step.Bound.Numerator > step.Bound.Denominator))
                    say("tỷ lệ của một phần trên tổng không thể vượt 100%.");
                break;
            case LevelReached level:
                Fact(set, level.Fact, say, FactKind.Level);
                foreach (var step in level.Steps)
                    if (set.OrdinalOf(level.Fact, step.Bound) == 0)
                        say($"mức “{step.Bound}” không có trong thang của số liệu {level.Fact}.");
                Steps(line, level.Steps, (a, b) => set.OrdinalOf(level.Fact, a) > set.OrdinalOf(level.Fact, b), say);
                break;
            case Change change:
                Fact(set, change.Now, say, FactKind.Count, FactKind.Amount);
                Fact(set, change.Before, say, FactKind.Count, FactKind.Amount);
                if (change.Now == change.Before)
                    say("so với năm trước phải dùng hai số liệu khác nhau.");
                if (change.By < default(Quantity))
                    say("mức thay đổi tối thiểu không được âm.");
                if (change.By > default(Quantity) && change.Direction is Direction.NotDown or Direction.NotUp)
                    say("mức thay đổi tối thiểu chỉ dùng khi phải tăng hoặc phải giảm.");
                break;
            case TitleHeld held:
                Fact(set, held.Fact, say, FactKind.Title);
                if (held.Level is { } least && set.OrdinalOf(held.Fact, least) == 0)
                    say($"mức “{least}” không có trong thang của số liệu {held.Fact}.");
                if (held.Months is < 0 or > 600)
                    say("số tháng giữ danh hiệu phải từ 0 đến 600.");
                break;
        }
    }

    private static void Choices(Line line, Judged judged, Action<string> say)
    {
        if (judged.Choices.Count == 0)
            return;
        if (judged.Choices.Count < 2)
            say("cần ít nhất hai mức để chọn.");
        if (line.Points == Points.Zero)
            say("chỉ tiêu không mang điểm thì chỉ kết luận đạt hay không đạt, không có mức điểm.");
        Ids(judged.Choices.Select(choice => choice.Id), say);
        if (judged.Choices.Any(choice => choice.Points < Points.Zero || choice.Points > line.Points))
            say($"điểm của một mức phải từ 0 đến {line.Points}.");
        if (judged.Choices.All(choice => choice.Points != line.Points))
            say($"không mức nào cho đủ {line.Points} điểm.");
    }

    private static void Items(Line line, Checklist list, Action<string> say)
    {
        if (list.Items.Count is 0 or > 64)
            say("bảng kiểm cần từ 1 đến 64 mục.");
        Ids(list.Items.Select(item => item.Id), say);
        if (list.Items.Any(item => item.Points < Points.Zero))
            say("điểm của một mục không được âm.");
        var sum = list.Items.Sum(item => (long)item.Points.Hundredths);
        if (list.Need is { } need)
        {
            if (need < 1 || need > list.Items.Count)
                say($"số mục cần có phải từ 1 đến {list.Items.Count}.");
            if (sum != 0)
                say("bảng kiểm đếm số mục (need) thì từng mục không mang điểm.");
        }
        else if (line.Points == Points.Zero)
            say("chỉ tiêu không mang điểm thì bảng kiểm phải nêu số mục cần có (need).");
        else if (sum < line.Points.Hundredths)
            say($"các mục cộng lại không đủ {line.Points} điểm.");
    }

    private static void Ids(IEnumerable<string> ids, Action<string> say)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids)
        {
            if (!SetCheck.IsName(id) || Codes.Reserved.Contains(id))
                say($"mã “{id}” không hợp lệ.");
            if (!seen.Add(id))
                say($"mã “{id}” bị trùng.");
        }
    }

    private static void Fact(CriteriaSet set, string name, Action<string> say, params FactKind[] kinds)
    {
        var fact = set.Facts.FirstOrDefault(known => known.Name == name);
        if (fact is null)
            say($"đọc số liệu “{name}” chưa được khai báo trong bộ tiêu chí.");
        else if (!kinds.Contains(fact.Kind))
            say($"số liệu “{name}” không đúng kiểu mà quy tắc cần.");
    }

    private static Func<T, T, bool> Order<T>(Comparison side, Func<T, T, int> compare) => side == Comparison.AtLeast ? (a, b) => compare(a, b) > 0 : (a, b) => compare(a, b) < 0;

    private static void Steps<T>(Line line, IReadOnlyList<Step<T>> steps, Func<T, T, bool> better, Action<string> say)
    {
        if (steps.Count == 0)
        {
            say("thiếu ngưỡng.");
            return;
        }
        if ((steps[0].Points ?? line.Points) != line.Points)
            say($"ngưỡng cao nhất phải cho đủ {line.Points} điểm.");
        for (var i = 1; i < steps.Count; i++)
        {
            if (!better(steps[i - 1].Bound, steps[i].Bound))
                say("các ngưỡng phải xếp từ tốt nhất xuống.");
            if ((steps[i].Points ?? line.Points) >= (steps[i - 1].Points ?? line.Points) || steps[i].Points <= Points.Zero)
                say("điểm của các ngưỡng phải giảm dần và lớn hơn 0.");
        }
    }
}
