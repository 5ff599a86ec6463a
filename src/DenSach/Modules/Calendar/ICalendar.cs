using System.Globalization;
using System.Text;

namespace DenSach.Modules.Calendar;

/// <summary>Due items as iCalendar (RFC 5545): one all-day event each, a reminder a week before, lines folded at 75 octets.</summary>
public static class ICalendar
{
    public static string Write(string name, IEnumerable<DueItem> items, DateTime now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Đèn Sách//Lịch kế hoạch//VI");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escaped(name)}");
        Line(text, "X-WR-TIMEZONE:Asia/Ho_Chi_Minh");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        foreach (var item in items)
        {
            Event(text, item, now);
        }
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, DueItem item, DateTime now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{item.Key}@densach");
        Line(text, $"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Day(item.Day)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(item.Day.AddDays(1))}");
        Line(text, $"SUMMARY:{Escaped(DueWords.Title(item))}");
        Line(text, $"DESCRIPTION:{Escaped(DueWords.Detail(item))}");
        Line(text, "TRANSP:TRANSPARENT");
        if (item.Kind != DueKind.Beginning && !item.IsSettled)
        {
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"DESCRIPTION:{Escaped(DueWords.Title(item))}");
            Line(text, "TRIGGER:-P7D");
            Line(text, "END:VALARM");
        }
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>What has a meaning in the format is written out; what a text may not hold is left out.</summary>
    private static string Escaped(string words) =>
        string.Concat(words.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c)))
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line of at most 75 octets; what is longer goes on behind a blank, never inside a letter.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
