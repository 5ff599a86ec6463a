namespace DenSach.Scoring.Tests;

public class InputTests
{
    private static readonly DateOnly YearEnd = new(2026, 12, 31);

    private static CriteriaSet School => CriteriaFiles.Load("don-vi-hoc-tap-huyen-2023");
    private static CriteriaSet Family => CriteriaFiles.Load("mau-gia-dinh-2026");

    [Fact]
    public void A_set_with_levels_and_groups_asks_for_them()
    {
        new Subject().FaultFor(School).ShouldNotBeNull().ShouldContain("mức độ");
        new Subject { Level = "muc-3" }
            .FaultFor(School)
            .ShouldNotBeNull()
            .ShouldContain("muc-3");
        new Subject { Level = "muc-1" }
            .FaultFor(School)
            .ShouldNotBeNull()
            .ShouldContain("nhóm");
        new Subject { Level = "muc-1", Groups = ["truong"] }
            .FaultFor(School)
            .ShouldNotBeNull()
            .ShouldContain("truong");
        new Subject { Level = "muc-1", Groups = ["cong-lap"] }
            .FaultFor(School)
            .ShouldNotBeNull()
            .ShouldContain("ngày chốt");
        new Subject
        {
            Level = "muc-1",
            Groups = ["cong-lap"],
            AsAt = YearEnd,
        }
            .FaultFor(School)
            .ShouldBeNull();
        new Subject { Groups = ["cu-dan", "can-bo"] }
            .FaultFor(CriteriaFiles.Load("mau-cong-dan-2026"))
            .ShouldNotBeNull()
            .ShouldContain("một nhóm");
        Subject.Any.FaultFor(Family).ShouldBeNull();
        Should.Throw<ArgumentException>(() => Scorer.Score(School, Facts.None, Answers.None)).Message.ShouldContain("Cần chọn mức độ");
    }

    [Fact]
    public void A_subject_that_does_not_fit_is_refused_also_after_one_that_does()
    {
        var compiled = Family.Compile();
        compiled.For(Subject.Any);
        Should.Throw<ArgumentException>(() => compiled.For(new Subject { Groups = ["la"] })).Message.ShouldContain("la");
    }

    [Fact]
    public void A_condition_of_the_area_that_the_set_does_not_know_changes_nothing() =>
        new Subject { Areas = ["bien-gioi"] }
            .FaultFor(Family)
            .ShouldBeNull();

    [Fact]
    public void Answers_and_facts_that_do_not_fit_are_told_with_their_place()
    {
        var form = Family.Compile().For(Subject.Any);
        var answers = Answers.None.With("1.1", Answer.Yes).With("1.2", Answer.Choose(9)).With("2.3", Answer.Yes).With("5.1", Answer.NotApplicable).With("9.9", Answer.Yes);
        var facts = Facts
            .None.With("adults", FactValue.Count(2), FactSource.ByHand)
            .With("adults_titled", FactValue.Count(3), FactSource.ByHand)
            .With("books", FactValue.Level(1), FactSource.ByHand);
        var faults = form.Faults(facts, answers).Select(fault => fault.ToString()).ToList();
        faults.ShouldContain(fault => fault.StartsWith("chỉ tiêu 1.1: chấm theo số liệu"));
        faults.ShouldContain(fault => fault.StartsWith("chỉ tiêu 1.2: chọn một mức"));
        faults.ShouldContain(fault => fault.StartsWith("chỉ tiêu 2.3: câu trả lời không đúng kiểu"));
        faults.ShouldContain(fault => fault.StartsWith("chỉ tiêu 5.1: không được trả lời"));
        faults.ShouldContain(fault => fault.StartsWith("chỉ tiêu 9.9: không có trong bộ tiêu chí"));
        faults.ShouldContain(fault => fault.StartsWith("số liệu “Số sách trong nhà") && fault.EndsWith("phải là một số."));
        faults.ShouldContain(fault => fault.StartsWith("chỉ tiêu 2.1: số liệu mâu thuẫn"));
        faults.Count.ShouldBe(7);
        foreach (
            var (line, answer) in new[]
            {
                ("1.1", Answer.Yes),
                ("1.2", Answer.Choose(9)),
                ("2.3", Answer.Yes),
                ("2.3", Answer.Tick(7)),
                ("5.1", Answer.NotApplicable),
                ("9.9", Answer.Yes),
            }
        )
            Should.Throw<ArgumentException>(() => form.Score(Facts.None, Answers.None.With(line, answer)), line);
        Should.Throw<ArgumentException>(() => form.Score(Facts.None.With("books", FactValue.Level(1), FactSource.ByHand), Answers.None));
    }

    [Fact]
    public void A_fact_that_is_not_there_is_not_zero()
    {
        var missing = Scorer.Score(Family, Facts.None, Answers.None);
        missing["3.3"]!.State.ShouldBe(LineState.Unanswered);
        missing["3.3"]!.StateText.ShouldBe("Chưa có số liệu");
        var none = Scorer.Score(Family, Facts.None.With("books", FactValue.Count(0), FactSource.ByHand), Answers.None);
        none["3.3"]!.State.ShouldBe(LineState.NotMet);
        none["3.3"]!.Missing.ShouldBe("còn thiếu 3 cuốn để được 2 điểm");
    }

    [Fact]
    public void A_line_names_the_facts_it_read_with_their_sources()
    {
        var facts = Facts.None.With("adults", FactValue.Count(4), FactSource.Registry(YearEnd)).With("adults_titled", FactValue.Count(3), FactSource.ByHand);
        Scorer.Score(Family, facts, Answers.None)["2.1"]!
            .Facts.Select(fact => fact.ToString())
            .ShouldBe(["Số người từ 18 tuổi là Công dân học tập: 3 người (nhập tay)", "Số người từ 18 tuổi trong gia đình: 4 người (sổ đăng ký, số liệu ngày 31/12/2026)"]);
        FactSource.Import("pcgd.xlsx", YearEnd).ToString().ShouldBe("nhập từ tệp pcgd.xlsx, số liệu ngày 31/12/2026");
    }

    [Fact]
    public void A_figure_of_the_registry_is_evidence_itself_a_typed_one_is_not()
    {
        var subject = new Subject
        {
            Level = "muc-1",
            Groups = ["khac"],
            AsAt = YearEnd,
        };
        Facts From(FactSource source) => Facts.None.With("members", FactValue.Count(10), source).With("members_titled", FactValue.Count(10), source);
        Scorer.Score(School, subject, From(FactSource.Registry(YearEnd)), Answers.None)["3.1a"]!.State.ShouldBe(LineState.Met);
        Scorer.Score(School, subject, From(FactSource.ByHand), Answers.None)["3.1a"]!.State.ShouldBe(LineState.NoEvidence);
        Scorer.Score(School, subject, From(FactSource.ByHand), Answers.None.With("3.1a", Answer.None.WithEvidence()))["3.1a"]!.State.ShouldBe(LineState.Met);
    }

    [Fact]
    public void Both_levels_of_the_official_set_have_their_own_form()
    {
        IEnumerable<string> Ids(string level) =>
            School
                .Compile()
                .For(
                    new Subject
                    {
                        Level = level,
                        Groups = ["khac"],
                        AsAt = YearEnd,
                    }
                )
                .Lines.Select(line => line.Line.Id);
        Ids("muc-1").ShouldBe(["1.1", "1.2a", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1a", "3.2a", "3.3"]);
        Ids("muc-2").ShouldBe(["0.1", "1.1", "1.2a", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1a", "3.2a"]);
        Scorer
            .Score(
                School,
                new Subject
                {
                    Level = "muc-1",
                    Groups = ["khac"],
                    AsAt = YearEnd,
                },
                Facts.None,
                Answers.None
            )
            .Outcome.ShouldBe(Outcome.Incomplete);
    }

    [Fact]
    public void Codes_that_do_not_fit_are_refused()
    {
        Line Of(string id) => Family.Lines.Single(line => line.Id == id);
        Of("5.1").ReadAnswer("maybe").ShouldBeNull();
        Of("5.1").ReadAnswer("not_applicable").ShouldBeNull();
        Of("1.1").ReadAnswer("yes").ShouldBeNull();
        Of("2.3").ReadAnswer("tim-kiem+la").ShouldBeNull();
        Of("2.3").ReadAnswer(" ").ShouldBe(Answer.None);
        FactDefinition Fact(string name) => School.Facts.Single(fact => fact.Name == name);
        foreach (var text in new[] { "-1", "1,5", "1.000", "x", "99999999999999999999" })
            Fact("members").ReadValue(text).ShouldBeNull(text);
        foreach (var text in new[] { "2025-01-01", "muc-1", "muc-9@2025-01-01", "muc-1@2025-13-01" })
            Fact("unit_title").ReadValue(text).ShouldBeNull(text);
        Fact("members").ReadValue("").ShouldBe(FactValue.Missing);
    }
}
