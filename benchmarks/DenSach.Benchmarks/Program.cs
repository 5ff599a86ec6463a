using DenSach.Benchmarks;

var which = args.FirstOrDefault() ?? "all";
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}; ratios are ours / baseline, medians of interleaved runs. Less is better.");
foreach (var store in await Store.AvailableAsync())
{
    await using (store)
    {
        if (which is "all" or "scoring")
        {
            await ScoringBench.RunAsync(store);
        }
        if (which is "all" or "within")
        {
            await WithinBench.RunAsync(store);
        }
        if (which is "all" or "submit")
        {
            await SubmitBench.RunAsync(store);
        }
    }
}
