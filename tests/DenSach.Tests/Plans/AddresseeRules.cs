using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Papers.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Whom a task or a deadline of a plan asks, by the words that stand there.</summary>
public sealed class AddresseeRules
{
    private static readonly Taker School = new(TakerKind.Organisation, OrganisationKind.PrimarySchool);
    private static readonly Taker Station = new(TakerKind.Organisation, OrganisationKind.HealthStation);
    private static readonly Taker Enterprise = new(TakerKind.Organisation, OrganisationKind.Enterprise);

    private static Plan Commune(PlanLevel level = PlanLevel.Commune) =>
        Plan.Write(new PlanFacts { Title = "Kế hoạch thử", Level = level }, 2001, 2001, null, null, PlantedPlans.At, Guid.CreateVersion7());

    private static bool Asks(Plan plan, string what, string? sentTo, Taker taker, string? lead = null)
    {
        var deadline = plan.Add(
            new DeadlineContent
            {
                Recurrence = "yearly",
                What = what,
                SentTo = sentTo,
            }
        );
        if (lead is not null)
        {
            plan.Add(
                new TaskContent
                {
                    Lead = lead,
                    What = what,
                    DeadlinePlace = deadline.Place,
                }
            );
        }
        return plan.Asks(deadline, taker);
    }

    [Theory]
    [InlineData("Các thôn, bản báo cáo kết quả về UBND xã", "UBND xã", true)]
    [InlineData("Các cơ quan, đơn vị, thôn, bản báo cáo kết quả", "UBND xã", true)]
    [InlineData("Yêu cầu các tổ dân phố đăng ký mô hình học tập", null, true)]
    [InlineData("Báo cáo kết quả thực hiện", "UBND xã", true)]
    [InlineData("Các địa phương rà soát hộ chưa đạt", null, true)]
    [InlineData("Định kỳ hằng năm, UBND xã căn cứ nhiệm vụ tổ chức sơ kết, báo cáo kết quả", "UBND tỉnh và Hội Khuyến học cấp trên", false)]
    [InlineData("UBND xã tổng hợp báo cáo của các thôn", null, false)]
    [InlineData("Hội Khuyến học xã tập huấn cho các bản", null, false)]
    [InlineData("Ban Chỉ đạo xây dựng xã hội học tập làm việc với các thôn", null, false)]
    [InlineData("Tại các thôn tổ chức ngày hội học tập", null, true)]
    [InlineData("Phòng Nông nghiệp và Phát triển nông thôn lập dự toán", null, false)]
    [InlineData("Các trường học gửi kết quả", "UBND xã", false)]
    [InlineData("Báo cáo kết quả thực hiện", "Sở Giáo dục và Đào tạo", false)]
    [InlineData("Báo cáo kết quả thực hiện", "Bộ Giáo dục và Đào tạo", false)]
    [InlineData("Báo cáo kết quả thực hiện", "cán bộ Văn hóa xã", true)]
    [InlineData("Báo cáo kết quả thực hiện", "trưởng thôn số 3", true)]
    [InlineData("Báo cáo kết quả thực hiện", "Chi bộ, cơ sở giáo dục", true)]
    [InlineData("Ban Chăm sóc, bảo vệ trẻ em báo cáo kết quả", "UBND xã", false)]
    [InlineData("Các sóc báo cáo kết quả", "UBND xã", true)]
    [InlineData("Bản đăng ký mô hình học tập", "UBND tỉnh", false)]
    [InlineData("Bản báo cáo kết quả năm", "UBND tỉnh", false)]
    [InlineData("Bản đăng ký mô hình học tập", "UBND xã", true)]
    [InlineData("Trưởng bản đăng ký mô hình học tập", "UBND tỉnh", true)]
    [InlineData("Phòng, chống tái mù chữ", null, true)]
    [InlineData("Tinh thần đoàn kết từ cơ sở được phát huy", null, true)]
    [InlineData("Đoàn Thanh niên, Phòng Văn hóa báo cáo kết quả", "UBND xã", false)]
    public void A_deadline_asks_a_hamlet_that_it_names_or_everybody(string what, string? sentTo, bool asks) => Asks(Commune(), what, sentTo, Taker.Hamlet).ShouldBe(asks);

    [Theory]
    [InlineData("UBND các xã, phường báo cáo kết quả thực hiện", null, true)]
    [InlineData("Ủy ban nhân dân cấp xã tổng hợp, báo cáo", null, true)]
    [InlineData("Các xã, phường gửi danh sách đề nghị", null, true)]
    [InlineData("Sở Giáo dục và Đào tạo tổng hợp báo cáo của các xã, phường", null, false)]
    [InlineData("Báo cáo kết quả thực hiện", "Ủy ban nhân dân các xã, phường", true)]
    [InlineData("Báo cáo kết quả thực hiện", "Sở Tài chính", false)]
    public void A_plan_above_asks_communes_where_its_words_say_so(string what, string? lead, bool asks)
    {
        bool Asks(PlanLevel level)
        {
            var plan = Commune(level);
            var deadline = plan.Add(
                new DeadlineContent
                {
                    Day = 5,
                    Month = 12,
                    Relation = "before",
                    Recurrence = "yearly",
                    What = what,
                    SentTo = "UBND tỉnh",
                }
            );
            if (lead is not null)
            {
                plan.Add(
                    new TaskContent
                    {
                        Lead = lead,
                        What = what,
                        DeadlinePlace = deadline.Place,
                    }
                );
            }
            return plan.AsksCommunes(deadline);
        }

        Asks(PlanLevel.Province).ShouldBe(asks);
        Asks(PlanLevel.Commune).ShouldBeFalse("a commune asks no communes");
    }

    [Fact]
    public void A_deadline_by_which_a_task_is_done_asks_whoever_leads_the_task()
    {
        Asks(Commune(), "Nộp danh sách gia đình học tập", "UBND xã", Taker.Hamlet, lead: "Trưởng bản, các bản, cơ quan, đơn vị trên địa bàn").ShouldBeTrue();
        Asks(Commune(), "Nộp danh sách gia đình học tập", "UBND xã", Taker.Hamlet, lead: "Hội Khuyến học xã").ShouldBeFalse();
    }

    [Fact]
    public void Of_a_province_nobody_named_is_no_hamlet() =>
        Asks(Commune(PlanLevel.Province), "Báo cáo kết quả thực hiện của các địa phương", "UBND xã", Taker.Hamlet).ShouldBeFalse();

    [Theory]
    [InlineData(PlanLevel.Province, false)]
    [InlineData(PlanLevel.Commune, true)]
    public void A_task_of_everywhere_is_one_of_communes_where_a_province_says_it(PlanLevel level, bool asks)
    {
        Asks(Commune(level), "Nộp danh sách", "UBND tỉnh", Taker.Hamlet, lead: "Sở Giáo dục và Đào tạo và các địa phương").ShouldBe(asks);
        var plan = Commune(level);
        plan.Asks(plan.Add(new TaskContent { Lead = "Các địa phương", What = "làm việc này" }), Taker.Hamlet).ShouldBe(asks);
    }

    [Theory]
    [InlineData("Trưởng bản, các bản, cơ quan, đơn vị trên địa bàn", true, true, true, true)]
    [InlineData("Các trường học trên địa bàn xã", false, true, false, false)]
    [InlineData("Trạm Y tế", false, false, true, false)]
    [InlineData("Doanh nghiệp, hợp tác xã", false, false, false, true)]
    [InlineData("Hội Khuyến học xã", false, false, false, false)]
    [InlineData("Công chức địa chính, nông nghiệp, xây dựng và môi trường", false, false, false, false)]
    [InlineData("Các ban, ngành", false, false, false, false)]
    [InlineData("Văn phòng HĐND và UBND (văn bản)", false, false, false, false)]
    [InlineData("Chi hội khuyến học các khu phố", true, false, false, false)]
    public void A_task_asks_whoever_leads_it(string lead, bool hamlet, bool school, bool station, bool enterprise)
    {
        var plan = Commune();
        var task = plan.Add(new TaskContent { Lead = lead, What = "làm việc này" });
        (plan.Asks(task, Taker.Hamlet), plan.Asks(task, School), plan.Asks(task, Station), plan.Asks(task, Enterprise)).ShouldBe((hamlet, school, station, enterprise));
    }
}
