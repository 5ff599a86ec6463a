namespace DenSach.Modules.Assessments.Sheets;

/// <summary>The fields of a posted sheet: <c>Answers[1.1]</c> and <c>Facts[books]</c>. The ticks of a checklist come as several values and are joined.</summary>
public static class SheetFields
{
    public const string Answers = nameof(Answers);
    public const string Facts = nameof(Facts);

    /// <summary>Said of a checklist of which nothing holds; silence is no answer yet.</summary>
    private const string None = "none";

    public static Dictionary<string, string?> Read(IFormCollection form, string prefix)
    {
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, values) in form)
        {
            if (!key.StartsWith($"{prefix}[", StringComparison.Ordinal) || !key.EndsWith(']'))
            {
                continue;
            }
            var said = values.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct().ToList();
            if (said.Count > 1)
            {
                said.Remove(None);
            }
            read[key[(prefix.Length + 1)..^1]] = said.Count == 0 ? null : string.Join('+', said);
        }
        return read;
    }

    public static string Answer(string lineId) => $"{Answers}[{lineId}]";

    public static string Fact(string name) => $"{Facts}[{name}]";
}
