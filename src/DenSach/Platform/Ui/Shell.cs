using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Platform.Ui;

/// <summary>One line of the side navigation as this account sees it.</summary>
public sealed record MenuLine(string Text, string Url, bool IsCurrent, int Count);

/// <summary>What the frame around a page needs to know: who looks, where he may go, what waits for him.</summary>
public sealed class Shell(
    Gate gate,
    IEnumerable<MenuItem> items,
    IStringLocalizerFactory texts,
    IStringLocalizer<UiText> text,
    IPlaceAreas areas,
    AllWaiting waiting,
    Installation installation,
    Clock clock
)
{
    public Actor Actor => gate.Actor;

    public bool IsDemo => installation.IsDemo;

    /// <summary>What waits for him; counted in the menu.</summary>
    public IReadOnlyList<Waiting>? Waiting { get; set; }

    /// <summary>Asks what waits unless it is known. A page that tells of a failure shows only what is remembered: it must not fail in its turn.</summary>
    public async Task KnowWaitingAsync(bool onlyRemembered, CancellationToken cancellation) =>
        Waiting ??= waiting.Remembered ?? (onlyRemembered ? [] : await waiting.AskAsync(cancellation));

    /// <summary>In which roles and where, as "Văn thư · xã Bình Lư"; household and other own scopes without a place.</summary>
    public IReadOnlyList<string> Roles => [.. Actor.Grants.Where(grant => grant.HoldsOn(clock.Today)).OrderBy(grant => grant.Role).Select(RoleAndPlace).Distinct()];

    public IReadOnlyList<MenuLine> Menu(PathString path)
    {
        var seen = items.Where(item => item.Permission is null || gate.AllowsSomewhere(item.Permission)).OrderBy(item => item.Order).ToList();
        var here = seen.Where(item => path.StartsWithSegments(item.Url)).MaxBy(item => item.Url.Length);
        return [.. seen.Select(item => new MenuLine(texts.Create(item.Module)[item.Text], item.Url, item == here, CountFor(item, seen)))];
    }

    /// <summary>What the menu calls the module a class belongs to; empty if this account's menu has no line of it.</summary>
    public string PartOf(Type type) =>
        items
            .Where(item =>
                (item.Permission is null || gate.AllowsSomewhere(item.Permission)) && $"{type.Namespace}.".StartsWith($"{item.Module.Namespace}.", StringComparison.Ordinal)
            )
            .OrderBy(item => item.Order)
            .Select(item => texts.Create(item.Module)[item.Text].Value)
            .FirstOrDefault("");

    /// <summary>All that waits at the home page; at the others what is worked off under them.</summary>
    private int CountFor(MenuItem item, List<MenuItem> all) =>
        (Waiting ?? [])
            .Where(row => item.Url == HomeUrl || all.Where(each => new PathString(PathOf(row.Url)).StartsWithSegments(each.Url)).MaxBy(each => each.Url.Length) == item)
            .Sum(row => row.Count);

    private const string HomeUrl = "/viec";

    private static string PathOf(string url) => url.Split('?', '#')[0];

    private string RoleAndPlace(Grant grant)
    {
        string role = text[RoleWords.Of(grant.Role)];
        return areas.NameOf(grant.AreaId) is { } place ? $"{role} · {place.Replace(' ', '\u00a0')}" : role;
    }
}
