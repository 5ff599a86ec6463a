using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;

namespace DenSach.Tests.Ui;

/// <summary>The Vietnamese sentence in a page is the key; its English stands in the module's resource file.</summary>
public sealed partial class TranslationRules
{
    private static readonly string Source = Path.Combine(Root(), "src", "DenSach");

    [Fact]
    public void Every_sentence_of_a_page_has_its_English()
    {
        var missing =
            from page in Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories)
            let file = ResourceFileOf(page)
            where file is not null
            let english = KeysOf(file)
            from Match use in Sentence().Matches(File.ReadAllText(page))
            let key = Regex.Unescape(use.Groups[1].Value)
            where !english.Contains(key)
            select $"{Path.GetRelativePath(Source, page)}: \"{key}\" is not in {Path.GetFileName(file)}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_sentence_that_code_says_on_a_page_has_its_English()
    {
        var missing =
            from code in Directory.EnumerateFiles(Path.Combine(Source, "Modules"), "*.cs", SearchOption.AllDirectories)
            let file = ResourceFileOf(code)
            where file is not null
            let english = KeysOf(file)
            from Match use in InCode().Matches(File.ReadAllText(code))
            let key = Regex.Unescape(use.Groups[1].Value)
            where !english.Contains(key)
            select $"{Path.GetRelativePath(Source, code)}: \"{key}\" is not in {Path.GetFileName(file)}";
        missing.ShouldBeEmpty();
        InCode().Matches("""Done = text["Đã ghi."]; return words["{0} hạn", count];""").Select(match => match.Groups[1].Value).ShouldBe(["Đã ghi.", "{0} hạn"]);
    }

    [Fact]
    public void No_sentence_has_two_translations()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*.en.resx", SearchOption.AllDirectories))
        {
            XDocument
                .Load(file)
                .Descendants("data")
                .GroupBy(data => data.Attribute("name")!.Value)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key)
                .ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void A_sentence_without_English_would_be_found() =>
        Sentence().Matches("""<h1>@T["Việc chờ tôi"]</h1> @T["Hôm nay {0}.", day]""").Select(match => match.Groups[1].Value).ShouldBe(["Việc chờ tôi", "Hôm nay {0}."]);

    /// <summary>"1 deadlines" is no English: what is counted has two forms, "{0} deadline|{0} deadlines".</summary>
    [Fact]
    public void What_is_counted_has_a_form_for_one_and_a_form_for_many()
    {
        var one =
            from file in Directory.EnumerateFiles(Source, "*.en.resx", SearchOption.AllDirectories)
            from data in XDocument.Load(file).Descendants("data")
            let english = data.Element("value")!.Value
            where !english.Contains('|', StringComparison.Ordinal) && CountedInMany().IsMatch(english)
            select $"{Path.GetFileName(file)}: {english}";
        one.ShouldBeEmpty();
        CountedInMany().IsMatch("{0} deadlines").ShouldBeTrue();
        CountedInMany().IsMatch("Still {0:N0} families missing").ShouldBeTrue();
        CountedInMany().IsMatch("{0}/{1} families").ShouldBeFalse("so many of so many are many");
    }

    private static HashSet<string> KeysOf(string file) => [.. XDocument.Load(file).Descendants("data").Select(data => data.Attribute("name")!.Value)];

    /// <summary>The module's own, found upwards from the page; the frame's for pages of the platform.</summary>
    private static string? ResourceFileOf(string page)
    {
        if (page.StartsWith(Path.Combine(Source, "Platform") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Path.Combine(Source, "Platform", "Ui", "UiText.en.resx");
        }
        for (var folder = Path.GetDirectoryName(page)!; folder.Length > Source.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (Directory.EnumerateFiles(folder, "*.en.resx").FirstOrDefault() is { } file)
            {
                return file;
            }
        }
        return null;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DenSach.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }
        return folder;
    }

    [GeneratedRegex(@"(?<!/)\{\d(:N0)?\} (of your |more |other |late )?(?!was |has |does |this |is )[a-z]+s\b")]
    private static partial Regex CountedInMany();

    [GeneratedRegex("""\bT\["((?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex Sentence();

    [GeneratedRegex("""\b(?:text|words)\["((?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex InCode();
}
