using System.Diagnostics;
using System.Text;
using DenSach.Modules.Criteria;

namespace DenSach.Scoring.Tests;

public class LoadingTests
{
    private static readonly string Family = CriteriaFiles.Text("mau-gia-dinh-2026");
    private static readonly string School = CriteriaFiles.Text("don-vi-hoc-tap-huyen-2023");
    private static readonly string Clan = CriteriaFiles.Text("mau-dong-ho-2026");

    [Fact]
    public void Changing_a_threshold_in_the_text_changes_the_outcome_and_the_hash()
    {
        var worked = WorkedCase
            .Read(CriteriaFiles.Cases.Single(path => path.EndsWith("mau-gia-dinh-2026.cases.yaml", StringComparison.Ordinal)))
            .Single(one => one.Name.StartsWith("Thiếu đúng một điểm", StringComparison.Ordinal));
        var copy = CriteriaFiles.Parse(Replace(Family, "{at_least: 80%, points: 20}", "{at_least: 75%, points: 20}"));
        Scorer.Score(CriteriaFiles.Load(worked.Set), worked.Facts, worked.Answers).Outcome.ShouldBe(Outcome.NotMet);
        var changed = Scorer.Score(copy, worked.Facts, worked.Answers);
        changed.Outcome.ShouldBe(Outcome.Met);
        changed.Total.ShouldBe(Points.Whole(85));
        copy.ContentHash.ShouldNotBe(CriteriaFiles.Load(worked.Set).ContentHash);
    }

    [Fact]
    public void The_hash_does_not_depend_on_how_a_machine_writes_lines()
    {
        var hash = CriteriaYaml.HashOf(Family);
        hash.ShouldMatch("^[0-9a-f]{64}$");
        CriteriaYaml.HashOf("\uFEFF" + Family.Replace("\n", "  \r\n") + "\n\n").ShouldBe(hash);
        CriteriaYaml.HashOf(Family.Normalize(NormalizationForm.FormD)).ShouldBe(hash);
    }

    [Fact]
    public void A_draft_is_read_but_never_scored()
    {
        var drafts = CriteriaFiles.Sets.Select(path => CriteriaFiles.Parse(File.ReadAllText(path))).Where(set => !set.IsUsable).ToList();
        drafts.Count.ShouldBe(5);
        foreach (var draft in drafts)
        {
            draft.Notes.ShouldNotBeEmpty();
            draft.LegalBasis.ShouldNotBeEmpty();
            Should.Throw<CriteriaFaultException>(() => Scorer.Score(draft, Facts.None, Answers.None)).Message.ShouldContain("chưa có chỉ tiêu nào");
        }
    }

    [Fact]
    public void What_a_set_says_about_itself_is_kept()
    {
        var set = CriteriaFiles.Parse(School);
        (set.Status, set.Subject, set.Validity.Months, set.InForceFrom, set.InForceTo).ShouldBe(
            (SetStatus.OfficialComplete, SubjectKind.Organisation, 36, new DateOnly(2024, 1, 26), null)
        );
        set.Lines.ShouldAllBe(line => line.Clause!.StartsWith("Điều ", StringComparison.Ordinal));
        CriteriaFiles.Parse(Family).Status.ShouldBe(SetStatus.Sample);
        CriteriaFiles
            .Sets.Where(path => Path.GetFileName(path).StartsWith("mau-", StringComparison.Ordinal))
            .Select(path => CriteriaFiles.Parse(File.ReadAllText(path)))
            .ShouldAllBe(sample => sample.Status == SetStatus.Sample && sample.Title.Contains("bản mẫu"));
    }

    public static TheoryData<string, string, string, string> Faulty =>
        new()
        {
            { nameof(Family), "kind: threshold", "kind: nguong", "không có quy tắc “nguong”; các quy tắc: judged, checklist, threshold" },
            { nameof(Family), "version: \"1\"", "phien_ban: \"1\"", "không hiểu mục “phien_ban”" },
            { nameof(Family), "title: Gia đình học tập (bản mẫu)", "title:", "thiếu mục “title”" },
            { nameof(Family), "status: sample", "status: final", "mục “status” không nhận giá trị “final”" },
            { nameof(Family), "in_force_from: 2026-01-01", "in_force_from: 01/01/2026", "phải là ngày viết theo năm-tháng-ngày" },
            { nameof(Family), "pass_at: 80", "pass_at: tám mươi", "phải là số điểm" },
            { nameof(Family), "pass_at: 80", "pass_at: 101", "mức đạt 101 điểm" },
            { nameof(Family), "cap: 100", "cap: 90", "trần điểm 90 thấp hơn" },
            { nameof(Family), "max: 100", "max: 99", "cộng lại là 100, không bằng tổng 99" },
            { nameof(Family), "points: 35", "points: 34", "cộng lại là 35, không bằng 34" },
            { nameof(Family), "- id: \"1.2\"", "- id: \"1.1\"", "mã chỉ tiêu bị trùng" },
            { nameof(Family), "fact: books", "fact: sach", "đọc số liệu “sach” chưa được khai báo" },
            { nameof(Family), "of: adults_titled", "of: adults", "hai số liệu khác nhau" },
            { nameof(Family), "          when_empty: not_met\n", "", "thiếu mục “when_empty”" },
            {
                nameof(Family),
                "{at_least: 80%, points: 20}, {at_least: 60%, points: 14}",
                "{at_least: 60%, points: 20}, {at_least: 80%, points: 14}",
                "các ngưỡng phải xếp từ tốt nhất xuống"
            },
            { nameof(Family), "{at_least: 80%, points: 20}", "{at_least: 80%, points: 25}", "ngưỡng cao nhất phải cho đủ 20 điểm" },
            { nameof(Family), "{at_least: 80%, points: 20}", "{at_least: 120%, points: 20}", "không thể vượt 100%" },
            { nameof(Family), "{at_least: 80%, points: 20}", "{at_least: 80, points: 20}", "phải là tỷ lệ, như 90% hoặc 2/3" },
            { nameof(Family), "lowest: 8", "lowest: 16", "không quá điểm của chỉ tiêu" },
            { nameof(Family), "text: Tìm thông tin trên mạng, points: 1", "text: Tìm thông tin trên mạng, points: 0", "các mục cộng lại không đủ 5 điểm" },
            { nameof(Family), "id: day-du, text: \"Có chỗ riêng, đủ bàn ghế và đèn\", points: 8", "id: day-du, text: Có, points: 7", "không mức nào cho đủ 8 điểm" },
            {
                nameof(Family),
                "id: day-du, text: \"Có chỗ riêng, đủ bàn ghế và đèn\"",
                "id: day-du, text: Có chỗ riêng, đủ bàn ghế và đèn",
                "Câu chữ có dấu phẩy hoặc hai chấm phải đặt trong dấu nháy kép"
            },
            { nameof(Family), "id: tam, text", "id: yes, text", "mã “yes” không hợp lệ" },
            { nameof(Family), "name: books, title", "name: sach, title", "đọc số liệu “books” chưa được khai báo" },
            { nameof(Family), "facts:\n", "facts:\n  - {name: thua, title: Thừa, kind: count, from: typed}\n", "không chỉ tiêu nào dùng" },
            { nameof(Family), "role: knock_out\n", "role: knock_out\n        points: 5\n", "không mang điểm" },
            { nameof(Family), "combination: {kind: sum, max: 100, pass_at: 80, not_applicable: rescale, cap: 100}", "combination: {kind: all_of}", "không có chỉ tiêu tính điểm" },
            { nameof(Clan), "{id: dat, title: Đạt, from: 75}", "{id: dat, title: Đạt, from: 80}", "hở khoảng từ 75 đến dưới 80 điểm" },
            { nameof(Clan), "{id: dat, title: Đạt, from: 75}", "{id: dat, title: Đạt, from: 95}", "xếp từ loại cao xuống loại thấp" },
            { nameof(Clan), "must: not_down", "must: same", "mục “must” không nhận giá trị “same”" },
            { nameof(School), "clause: Điều 5 khoản 3", "help: Không", "phải dẫn điều, khoản" },
            { nameof(School), "applies_to: {levels: [muc-2]}", "applies_to: {levels: [muc-3]}", "mức độ “muc-3” chưa được khai báo" },
            { nameof(School), "applies_to: {groups: [cong-lap, mam-non-cong-lap]}", "applies_to: {groups: [truong]}", "nhóm “truong” chưa được khai báo" },
            { nameof(School), "variants: [{levels: [muc-2], at_least: tot}]", "variants: [{levels: [muc-2], at_least: rat-tot}]", "mức “rat-tot” không có trong thang" },
            { nameof(School), "level: muc-1, months: 12", "level: muc-0, months: 12", "mức “muc-0” không có trong thang" },
            { nameof(School), "variants: [{levels: [muc-2], at_least: tot}]", "variants: [{at_least: tot}]", "biến thể không nêu mức độ" },
            { nameof(School), "combination: {kind: all_of}", "combination: {kind: all_of, max: 5}", "không hiểu mục “max”" },
            { nameof(School), "legal_basis:", "notes_2:", "không hiểu mục “notes_2”" },
        };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_text_is_refused_with_a_sentence_and_its_line(string which, string good, string bad, string sentence)
    {
        var text = which switch
        {
            nameof(Family) => Family,
            nameof(Clan) => Clan,
            _ => School,
        };
        var reading = CriteriaYaml.Read(Replace(text, good, bad));
        reading.Set.ShouldBeNull();
        reading.Faults.ShouldContain(fault => fault.ToString().Contains(sentence), string.Join("\n", reading.Faults));
    }

    [Fact]
    public void The_line_of_a_fault_is_the_line_in_the_file()
    {
        var text = Replace(Family, "kind: threshold", "kind: nguong");
        var line = text.Split('\n').ToList().FindIndex(one => one.Contains("kind: nguong")) + 1;
        CriteriaYaml.Read(text).Faults.ShouldHaveSingleItem().SourceLine.ShouldBe(line);

        text = Replace(Family, "fact: books", "fact: sach");
        line = text.Split('\n').ToList().FindIndex(one => one.Contains("id: \"3.3\"")) + 1;
        CriteriaYaml.Read(text).Faults.ShouldContain(fault => fault.Place == "chỉ tiêu 3.3" && fault.SourceLine == line);
    }

    [Fact]
    public void Several_faults_are_told_at_once() =>
        CriteriaYaml.Read(Replace(Replace(Family, "kind: threshold", "kind: nguong"), "status: sample", "status: final")).Faults.Count.ShouldBe(2);

    [Theory]
    [InlineData("", "tệp trống")]
    [InlineData("- a\n- b", "phải bắt đầu bằng các mục")]
    [InlineData("id: [", "sai cú pháp YAML")]
    [InlineData("id: a\nid: b", "viết hai lần")]
    [InlineData("id: a\n---\nid: b", "chỉ được có một tài liệu")]
    [InlineData("id: &x a\ntitle: *x", "không dùng được bí danh")]
    [InlineData("id: !!binary a", "không dùng được thẻ kiểu")]
    [InlineData("? [a]\n: b", "tên mục phải là một chữ")]
    public void What_is_no_criteria_text_is_refused(string text, string sentence) =>
        CriteriaYaml.Read(text).Faults.ShouldContain(fault => fault.ToString().Contains(sentence), string.Join("\n", CriteriaYaml.Read(text).Faults));

    [Fact]
    public void Huge_deep_and_exploding_texts_are_refused_at_once()
    {
        var clock = Stopwatch.StartNew();
        CriteriaYaml.Read(new string('a', 300_000)).Faults.Single().Sentence.ShouldContain("lớn hơn 256 KB");
        CriteriaYaml.Read(new string('[', 100_000)).Faults.ShouldHaveSingleItem();
        CriteriaYaml.Read("a: " + string.Concat(Enumerable.Repeat("[", 30)) + string.Concat(Enumerable.Repeat("]", 30))).Faults.Single().Sentence.ShouldContain("lồng sâu");
        CriteriaYaml.Read("a: [" + string.Concat(Enumerable.Repeat("1,", 30_000)) + "1]").Faults.Single().Sentence.ShouldContain("20000 mục");
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"b{i}: &b{i} [*a,*a,*a,*a,*a,*a,*a]\n"));
        CriteriaYaml.Read(bomb).Faults.Single().Sentence.ShouldContain("bí danh");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Damaged_texts_give_a_set_or_sentences_never_an_exception()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder(
                random.Next(3) switch
                {
                    0 => Family,
                    1 => School,
                    _ => Clan,
                }
            );
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                else
                    text.Insert(
                        at,
                        random.Next(8) switch
                        {
                            0 => ":",
                            1 => "[",
                            2 => "}",
                            3 => "\n",
                            4 => "-1",
                            5 => "&a ",
                            6 => "\u0000",
                            _ => "999999999999",
                        }
                    );
            }
            var reading = CriteriaYaml.Read(text.ToString());
            (reading.Set is null).ShouldBe(reading.Faults.Count > 0);
            reading.Faults.ShouldAllBe(fault => fault.Sentence.Length > 5 && fault.Place.Length > 0);
        }
    }

    private static string Replace(string text, string good, string bad)
    {
        var at = text.IndexOf(good, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(-1, good);
        return text[..at] + bad + text[(at + good.Length)..];
    }
}
