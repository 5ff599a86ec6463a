using Microsoft.Extensions.Localization;

namespace DenSach.Platform.Ui;

/// <summary>
/// The one way of saying counts: Vietnamese has one form, English two, written "{0} deadline|{0} deadlines" in the resource file. The first whole number among the arguments
/// tells which: the first form for 1, the second for every other. Figures and days within it are written by the rules of its language.
/// </summary>
internal sealed class CountingTexts(ResourceManagerStringLocalizerFactory inner) : IStringLocalizerFactory
{
    public const char Between = '|';

    public IStringLocalizer Create(Type resourceSource) => new Counting(inner.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Counting(inner.Create(baseName, location));

    private sealed class Counting(IStringLocalizer inner) : IStringLocalizer
    {
        public LocalizedString this[string name] => inner[name];

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var found = inner[name];
                var forms = found.Value.Split(Between);
                var form = forms.Length == 1 || IsOne(arguments) ? forms[0] : forms[1];
                return new LocalizedString(name, string.Format(InLanguage.Rules, form, arguments), found.ResourceNotFound, found.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);

        private static bool IsOne(object[] arguments) =>
            arguments.FirstOrDefault(a => a is int or long || a is string { Length: > 0 } words && words.All(char.IsAsciiDigit)) is 1 or 1L or "1";
    }
}
