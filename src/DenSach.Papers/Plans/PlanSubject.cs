using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>Who or what a target counts. The JSON words are those of the reading contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanSubject>))]
public enum PlanSubject
{
    /// <summary>Anything the list does not name.</summary>
    [JsonStringEnumMemberName("other")]
    Other,

    /// <summary>Gia đình, hộ.</summary>
    [JsonStringEnumMemberName("household")]
    Household,

    /// <summary>Dòng họ.</summary>
    [JsonStringEnumMemberName("clan")]
    Clan,

    /// <summary>Cộng đồng: thôn, bản, ấp, khu phố, tổ dân phố.</summary>
    [JsonStringEnumMemberName("hamlet")]
    Hamlet,

    /// <summary>Tổ chức, cơ quan, đơn vị.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation,

    /// <summary>Công dân, người dân.</summary>
    [JsonStringEnumMemberName("citizen")]
    Citizen,

    /// <summary>Người lớn.</summary>
    [JsonStringEnumMemberName("adult")]
    Adult,

    /// <summary>Người lao động.</summary>
    [JsonStringEnumMemberName("worker")]
    Worker,

    /// <summary>Cán bộ, công chức, viên chức.</summary>
    [JsonStringEnumMemberName("official")]
    Official,

    /// <summary>Người đã đạt một danh hiệu; xem <see cref="PlanTarget.TitleContext"/>.</summary>
    [JsonStringEnumMemberName("citizen_with_title")]
    CitizenWithTitle,

    /// <summary>Cán bộ, hội viên Hội Khuyến học.</summary>
    [JsonStringEnumMemberName("association_member")]
    AssociationMember,

    /// <summary>Chủ tịch, phó chủ tịch Hội Khuyến học.</summary>
    [JsonStringEnumMemberName("association_leader")]
    AssociationLeader,

    /// <summary>Cán bộ làm công tác khuyến học.</summary>
    [JsonStringEnumMemberName("promotion_staff")]
    PromotionStaff,

    /// <summary>Xã, phường, thị trấn.</summary>
    [JsonStringEnumMemberName("commune")]
    Commune,

    /// <summary>Huyện, quận, thị xã, thành phố thuộc tỉnh.</summary>
    [JsonStringEnumMemberName("district")]
    District,

    /// <summary>Tỉnh, thành phố trực thuộc Trung ương.</summary>
    [JsonStringEnumMemberName("province")]
    Province,

    /// <summary>Trường học, cơ sở giáo dục.</summary>
    [JsonStringEnumMemberName("school")]
    School,

    /// <summary>Trung tâm học tập cộng đồng.</summary>
    [JsonStringEnumMemberName("learning_centre")]
    LearningCentre,

    /// <summary>Doanh nghiệp, hợp tác xã.</summary>
    [JsonStringEnumMemberName("enterprise")]
    Enterprise,

    /// <summary>Học sinh, sinh viên, trẻ em.</summary>
    [JsonStringEnumMemberName("pupil")]
    Pupil,

    /// <summary>Người trong độ tuổi lao động.</summary>
    [JsonStringEnumMemberName("working_age")]
    WorkingAge,

    /// <summary>Dân số.</summary>
    [JsonStringEnumMemberName("population")]
    Population,

    /// <summary>Dân số từ 15 tuổi trở lên.</summary>
    [JsonStringEnumMemberName("population_15plus")]
    Population15Plus,
}

/// <summary>How the achieved figure must relate to the value that the plan names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetComparator>))]
public enum TargetComparator
{
    /// <summary>"trở lên", "ít nhất", "tối thiểu".</summary>
    [JsonStringEnumMemberName(">=")]
    AtLeast,

    /// <summary>"trên", "hơn".</summary>
    [JsonStringEnumMemberName(">")]
    MoreThan,

    /// <summary>"không quá", "tối đa".</summary>
    [JsonStringEnumMemberName("<=")]
    AtMost,

    /// <summary>"dưới".</summary>
    [JsonStringEnumMemberName("<")]
    LessThan,

    /// <summary>"khoảng".</summary>
    [JsonStringEnumMemberName("~")]
    About,
}

/// <summary>The tier of the body that issued the plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanLevel>))]
public enum PlanLevel
{
    /// <summary>Tỉnh, thành phố trực thuộc Trung ương.</summary>
    [JsonStringEnumMemberName("province")]
    Province,

    /// <summary>Huyện, quận, thị xã, thành phố thuộc tỉnh (until 30/6/2025).</summary>
    [JsonStringEnumMemberName("district")]
    District,

    /// <summary>Xã, phường, thị trấn, đặc khu.</summary>
    [JsonStringEnumMemberName("commune")]
    Commune,
}
