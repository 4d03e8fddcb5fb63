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
catch (AggregateException e) when (e.InnerExceptions.All(one => one is OptionsValidationException)) // several sections are wrong
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures)));
    return 1;
}
