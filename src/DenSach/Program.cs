using DenSach;
using DenSach.Platform.Hosting;

return await DenSachHost.RunAsync(args, AllModules.List);
