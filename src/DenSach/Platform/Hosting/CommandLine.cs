using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

/// <summary>The words after <c>densach</c>: each module brings its verbs; the longest name that matches wins.</summary>
public static class CommandLine
{
    /// <summary>Finds the verb and runs it. <paramref name="services"/> is called only for a verb that needs them: building them takes most of a second.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<IModule> modules, string[] args, Func<IServiceProvider> services)
    {
        var verbs = modules.SelectMany(m => m.Verbs).OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        var line = string.Join(' ', args);
        var verb = verbs.Where(v => line == v.Name || line.StartsWith(v.Name + " ", StringComparison.Ordinal)).MaxBy(v => v.Name.Length);
        if (verb is null)
        {
            Console.Error.WriteLine(line is "help" ? "densach VERB [WORDS]. To serve the pages: ./run." : $"densach: no verb \"{line}\". There are:");
            foreach (var each in verbs)
            {
                Console.Error.WriteLine($"  {each.Name, -28} {each.Help}");
            }
            return line is "help" ? 0 : 2;
        }
        var words = args[verb.Name.Split(' ').Length..];
        if (verb.Needs == VerbNeeds.Nothing)
        {
            await using var none = new ServiceCollection().BuildServiceProvider();
            return await verb.Run(none, words, CancellationToken.None);
        }
        var all = services();
        if (verb.Needs == VerbNeeds.Database && await all.GetRequiredService<Installation>().OpenAsync(all, CancellationToken.None) is { } whyNot)
        {
            Console.Error.WriteLine(whyNot);
            return 2;
        }
        await using var scope = all.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await verb.Run(scope.ServiceProvider, words, CancellationToken.None);
    }
}
