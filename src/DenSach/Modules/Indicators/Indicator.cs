using DenSach.Modules.Decisions;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Text;
using PlanSubject = DenSach.Papers.Plans.PlanSubject;

namespace DenSach.Modules.Indicators;

/// <summary>A share we can count: which facts stand above the line, which below. A target that none of these answers has no figure yet.</summary>
/// <param name="Code">Its name for programs.</param>
/// <param name="Subject">Who a target must be about.</param>
/// <param name="Title">The title a target must ask for.</param>
/// <param name="Numerator">A stock.</param>
/// <param name="Denominator">A stock.</param>
/// <param name="NumeratorMeans">What is counted, in a sentence; a key of the resource file.</param>
/// <param name="DenominatorMeans">Of what, in a sentence; a key of the resource file.</param>
public sealed record Indicator(string Code, PlanSubject Subject, string Title, string Numerator, string Denominator, string NumeratorMeans, string DenominatorMeans)
{
    public static Indicator LearningFamilies { get; } =
        new(
            "learning_families",
            PlanSubject.Household,
            RoundWords.Family,
            RecognitionMeasures.FamiliesHolding,
            RegistryMeasures.Households,
            "Gia đình đang giữ danh hiệu: quyết định đã có số và ngày, còn hiệu lực vào ngày xem. Danh hiệu năm N có giá trị từ ngày quyết định đến hết năm N+1, và hết sớm hơn vào ngày xã có quyết định công nhận đầu tiên của năm N+1; vì vậy không ngày nào cộng hai năm. Mỗi gia đình tính một lần, dù có hai quyết định.",
            "Hộ đang cư trú trong địa bàn vào ngày xem, không kể hộ vắng cả nhà từ 6 tháng."
        );

    public static IReadOnlyList<Indicator> All { get; } = [LearningFamilies];

    /// <summary>The indicator that answers a target: the same subject and title, asked as a share of all of them.</summary>
    public static Indicator? For(PlanTarget target) =>
        All.FirstOrDefault(i =>
            target is { Unit: "%", OfParent: false, Scope: null, TitleContext: null } && target.Subject == i.Subject && SearchKey.Of(target.Title) == SearchKey.Of(i.Title)
        );
}
