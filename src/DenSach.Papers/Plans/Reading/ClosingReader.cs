using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>"Nơi nhận" and the signature; the two may stand under each other or side by side on the same lines.</summary>
internal static class ClosingReader
{
    private static readonly Pattern Columns = Pattern.Of(@"( {4,}|\t+)");
    private static readonly Pattern AuthorityForm = Pattern.Of(@"^(tm|kt|tl|tuq)\. ?");
    private static readonly Pattern PositionForm = Pattern.Of(@"^((q|quyen|pho)\.? )?(chu tich|giam doc|truong phong|bo truong|thu truong|chanh van phong|pho giam doc)");
    private static readonly Pattern RecipientsForm = Pattern.Of(@"^noi nhan ?:?");

    public static (IReadOnlyList<string> Recipients, PlanSigner? Signer) Read(IReadOnlyList<MappedText> lines)
    {
        var cells = lines
            .SelectMany(l => Columns.Split(l.Text))
            .Select(c => string.Join(' ', c.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(c => c.Length > 0)
            .ToList();
        var recipients = new List<string>();
        var (authority, position, name) = (new List<string>(), null as string, null as string);
        var listing = false;
        foreach (var cell in cells)
        {
            var folded = Folding.Fold(cell);
            if (RecipientsForm.IsMatch(folded))
            {
                listing = true;
            }
            else if (AuthorityForm.IsMatch(folded))
            {
                authority.Add(cell);
            }
            else if (PositionForm.IsMatch(folded) && !cell.Any(char.IsLower))
            {
                position = cell;
            }
            else if (listing && cell[0] is '-' or '–' or '+' or '•')
            {
                recipients.Add(cell.TrimStart('-', '–', '+', '•', ' ').TrimEnd(';', '.', ',', ' '));
            }
            else if (position is not null && name is null && IsName(cell))
            {
                name = cell;
            }
            else if (recipients.Count > 0 && position is null && authority.Count == 0 && !IsName(cell))
            {
                recipients[^1] = $"{recipients[^1]} {cell.TrimEnd(';', '.', ',', ' ')}";
            }
        }

        return (recipients, position is null && authority.Count == 0 ? null : new PlanSigner(name, position, authority.Count == 0 ? null : string.Join(" / ", authority)));
    }

    private static bool IsName(string cell)
    {
        var words = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && words.All(w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c == '.'));
    }
}
