using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>What a line opens with: "I.", "1.", "1.2", "a)", "-", "+".</summary>
/// <param name="Depth">Lower is higher up: 3 "Phần thứ nhất", 5 capital, 10 Roman, 20 Arabic, 30 letter, 40 dash, 50 plus and dots.</param>
/// <param name="Length">Characters of the marker with the blanks behind it.</param>
/// <param name="Bullet">The sign of a bullet, else nothing.</param>
internal readonly record struct Marker(int Depth, int Length, char Bullet = default)
{
    public const int Part = 3,
        Capital = 5,
        Roman = 10,
        Arabic = 20,
        Letter = 30,
        LeadIn = 35,
        Dash = 40,
        Plus = 50,
        Table = 80,
        None = 90;

    private static readonly Pattern RomanForm = Pattern.Of(@"^(phan )?[ivx]{1,5} ?[.)/] *");
    private static readonly Pattern PartForm = Pattern.Of(@"^phan (thu )?(nhat|mot|hai|ba|bon|tu|nam)\b ?[.:/-]? *");
    private static readonly Pattern CapitalForm = Pattern.Of("^[a-h] ?[./)] +");
    private static readonly Pattern ArabicForm = Pattern.Of(@"^\d{1,2} ?[.)/] *");
    private static readonly Pattern NestedForm = Pattern.Of(@"^\d{1,2}(\.\d{1,2}){1,3}([.)] *| +)");
    private static readonly Pattern LetterForm = Pattern.Of(@"^[a-z] ?[.)] *");
    private static readonly Pattern DashForm = Pattern.Of(@"^- *");
    private static readonly Pattern PlusForm = Pattern.Of(@"^[+*•·●○▪] *");
    private static readonly Pattern OpensWithAYear = Pattern.Of(@"^- ?(19|20)\d{2}\b");
    private static readonly Pattern YearEnd = Pattern.Of(@"\d{4} ?-?$");

    public static Marker? At(MappedText line, MappedText? before)
    {
        var (text, folded) = (line.Text, line.Folded);
        if (
            NestedForm.Match(folded) is { Success: true } nested
            && (StartsUpper(text, nested.Length) || (nested.Value.AsSpan().TrimEnd() is [.., '.' or ')'] && nested.Value[^1] == ' ' && HasMore(text, nested.Length)))
        )
        {
            return new(Arabic + nested.Value.Count(c => c == '.'), nested.Length);
        }

        if (RomanForm.Match(folded) is { Success: true } roman && char.IsUpper(text[0]) && HasMore(text, roman.Length) && !IsQuarter(text, roman))
        {
            return new(Roman, roman.Length);
        }

        if (PartForm.Match(folded) is { Success: true } part && IsPart(text, part))
        {
            return new(Part, part.Length);
        }

        // "A. MỤC TIÊU", "C/ TỔ CHỨC THỰC HIỆN": one letter above the Roman numbers.
        if (CapitalForm.Match(folded) is { Success: true } capital && char.IsUpper(text[0]) && HasMore(text, capital.Length) && StartsUpper(text, capital.Length))
        {
            return new(Capital, capital.Length);
        }

        if (
            ArabicForm.Match(folded) is { Success: true } arabic
            && HasMore(text, arabic.Length)
            && (!char.IsAsciiDigit(text[arabic.Length]) || arabic.Value is [.., '.' or ')', ' '])
        )
        {
            return new(Arabic, arabic.Length);
        }

        if (LetterForm.Match(folded) is { Success: true } letter && char.IsLower(text[0]) && HasMore(text, letter.Length))
        {
            return new(Letter, letter.Length);
        }

        // "giai đoạn 2023 -" ⏎ "- 2030": a range broken over two lines is no list.
        var continuesARange = before is not null && YearEnd.IsMatch(before.Folded) && OpensWithAYear.IsMatch(folded);
        if (DashForm.Match(folded) is { Success: true } dash && HasMore(text, dash.Length) && !continuesARange)
        {
            return new(Dash, dash.Length, '-');
        }

        return PlusForm.Match(folded) is { Success: true } plus && HasMore(text, plus.Length) ? new(Plus, plus.Length, folded[0]) : null;
    }

    /// <summary>A heading without a number that the source itself marks as one: "### Mục tiêu cụ thể".</summary>
    public static Marker? OfHeading(int level) =>
        level switch
        {
            1 => new(Capital, 0),
            2 => new(Roman, 0),
            3 => new(Arabic, 0),
            4 or 5 or 6 => new(Letter, 0),
            _ => null,
        };

    /// <summary>Whether the line is nothing but "PHẦN THỨ NHẤT", whose title stands on the next.</summary>
    public static bool IsBarePart(MappedText line) => PartForm.Match(line.Folded) is { Success: true } part && part.Length == line.Length && IsPart(line.Text, part);

    /// <summary>"Phần thứ hai" alone or before a title in capitals; not "Phần bốn mươi".</summary>
    private static bool IsPart(string text, Match part) =>
        char.IsUpper(text[0])
        && (!HasMore(text, part.Length) || (StartsUpper(text, part.Length) && (part.Value.AsSpan().TrimEnd() is [.., '.' or ':' or '/' or '-'] || char.IsUpper(text[1]))));

    /// <summary>"… trong quý" ⏎ "I/2026."</summary>
    private static bool IsQuarter(string text, Match roman) => roman.Value.AsSpan().TrimEnd() is [.., '/'] && char.IsAsciiDigit(text[roman.Length]);

    private static bool HasMore(string text, int at) => at < text.Length;

    private static bool StartsUpper(string text, int at) => at < text.Length && char.IsUpper(text[at]);
}
