using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

/// <summary>The words after <c>densach</c>: each module brings its verbs; the longest name that matches wins.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var verbs = services.GetServices<CommandLineVerb>().OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
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
        if (verb.NeedsDatabase && await services.GetRequiredService<Installation>().OpenAsync(services, CancellationToken.None) is { } whyNot)
        {
            Console.Error.WriteLine(whyNot);
            return 2;
        }
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await verb.Run(scope.ServiceProvider, args[verb.Name.Split(' ').Length..], CancellationToken.None);
    }
}
