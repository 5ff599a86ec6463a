using DenSach.Platform.Ui;

namespace DenSach.Modules.Indicators;

/// <summary>Words and figures as people read them. The words are keys of the resource file.</summary>
public static class IndicatorWords
{
    public const string NoData = "chưa có số liệu";

    public static string Of(TargetState state) =>
        state switch
        {
            TargetState.Reached => "Đã đạt",
            TargetState.OnTrack => "Kịp tiến độ",
            TargetState.Behind => "Chậm tiến độ",
            TargetState.Missed => "Quá hạn, chưa đạt",
            TargetState.NotBegun => "Chưa đến kỳ",
            TargetState.NotYet => "Chưa đạt",
            _ => NoData,
        };

    public static string Tone(TargetState state) =>
        state switch
        {
            TargetState.Reached => "good",
            TargetState.Behind => "wait",
            TargetState.Missed => "bad",
            _ => "info",
        };

    /// <summary>"71,4%"</summary>
    public static string Percent(decimal percent) => InLanguage.Percent(percent);

    /// <summary>"1.204"</summary>
    public static string Number(long number) => InLanguage.Number(number);
}
