using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PaperFunctions.Azure;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Functions;
using PaperFunctions.Pages;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddPaperFunctions().AddPages().AddWeb().AddAzureTelemetry(builder.Configuration);
try
{
    builder.Build().Run();
    return 0;
}
catch (Exception e) when (SettingFaults.Of(e) is { } faults)
{
    Console.Error.WriteLine(SettingFaults.ErrorLine(faults));
    return 1;
}
