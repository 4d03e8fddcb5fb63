using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure;
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
catch (OptionsValidationException e)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, e.Failures));
    return 1;
}
