using System.Globalization;

namespace DenSach.Modules.Accounts;

/// <summary>
/// Sessions that were signed out of, as the account keeps them: "id-ticks id-ticks". An id is remembered only until its session would have ended
/// by itself, so the list stays short and is read with the account: no question of its own at each request.
/// </summary>
public readonly record struct EndedSessions(string? Text)
{
    public const int MostText = 4000;

    public bool Has(string session) => Text is not null && Each.Any(e => e.Session == session);

    public string With(string session, DateTime until, DateTime now) =>
        string.Join(
            ' ',
            Each.Where(e => e.Until > now.Ticks).Prepend((Session: session, Until: until.Ticks)).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Session}-{e.Until}"))
        );

    private IEnumerable<(string Session, long Until)> Each =>
        (Text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('-'))
            .Select(parts => (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)));
}
