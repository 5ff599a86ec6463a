using System.Globalization;

namespace DenSach.Platform.Ui;

/// <summary>
/// Days and figures on a page, by the rules of the language its words are in: 2/12/2026 and 71,4% in Vietnamese, 2 Dec 2026 and 71.4% in English. For what stands beside words of the
/// page; data, papers and plan text stay Vietnamese and are not written by this.
/// </summary>
public static class InLanguage
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The rules by which the words of the page write figures and days.</summary>
    public static CultureInfo Rules => Language.Current == "vi" ? Vietnamese : English;

    /// <summary>"2/12/2026", "2 Dec 2026".</summary>
    public static string Shown(this DateOnly day) => day.ToString(Language.Current == "vi" ? "d/M/yyyy" : "d MMM yyyy", Rules);

    /// <summary>"2/12", "2 Dec": beside a day that names the year.</summary>
    public static string ShownInYear(this DateOnly day) => day.ToString(Language.Current == "vi" ? "d/M" : "d MMM", Rules);

    /// <summary>"09:30 2/12/2026", "09:30, 2 Dec 2026": of a moment in Vietnamese time.</summary>
    public static string ShownWithTime(this DateTime at) => at.ToString(Language.Current == "vi" ? "HH:mm d/M/yyyy" : "HH:mm, d MMM yyyy", Rules);

    /// <summary>The day of a moment in Vietnamese time.</summary>
    public static string Shown(this DateTime at) => DateOnly.FromDateTime(at).Shown();

    /// <summary>"71,4%", "71.4%"</summary>
    public static string Percent(decimal percent) => percent.ToString("0.0", Rules) + "%";

    /// <summary>"1.204", "1,204"; with as many decimals as it has, at most one.</summary>
    public static string Number(decimal number) => number.ToString("#,0.#", Rules);
}
