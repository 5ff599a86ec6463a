using DenSach.Benchmarks;

var which = args.FirstOrDefault() ?? "all";
if (which == BareServer.Word)
{
    await BareServer.ServeAsync(args[1], args[2]);
    return;
}
if (which == "plans")
{
    Environment.ExitCode = PlansBench.Run(Directory.GetCurrentDirectory(), args[1..]) ? 0 : 1;
    return;
}
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}; ratios are ours / baseline, medians of interleaved runs. Less is better.");
foreach (var store in await Store.AvailableAsync(postgresOnly: which == "http"))
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
        if (which is "all" or "http" && store.IsPostgres)
        {
            await HttpSubmitBench.RunAsync(store);
        }
    }
}
