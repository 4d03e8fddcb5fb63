using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PaperFunctions.Azure;
using PaperFunctions.Functions;
using PaperFunctions.Pages;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddPaperFunctions().AddPages().AddWeb();
builder.Build().Run();
