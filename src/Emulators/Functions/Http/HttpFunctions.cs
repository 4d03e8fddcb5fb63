using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Discovery;

namespace PaperFunctions.Emulators.Functions.Http;

/// <summary>Maps HTTP functions to endpoints.</summary>
internal sealed class HttpFunctions(IReadOnlyList<FunctionEntry> functions, string prefix, HttpRunner runner)
{
    // https://github.com/Azure/azure-functions-host/issues/1781: whatever the prefix, and not only as a whole part.
    private static readonly string[] Reserved = ["admin", "runtime"];

    public void MapTo(WebApplication app)
    {
        app.Use(AnswerOtherMethods);
        foreach (var function in functions)
        {
            var pattern = Pattern(function, prefix);
            var endpoint = ((HttpTriggerAttribute)function.Trigger).Methods is { Length: > 0 } methods
                ? app.MapMethods(pattern, methods, context => runner.RunAsync(function, context))
                : app.Map(pattern, context => runner.RunAsync(function, context));
            endpoint.WithDisplayName(function.Name);
        }
    }

    /// <summary>What a request's path must look like; the function's name where no route is given, as in Azure.</summary>
    public static string Pattern(FunctionEntry function, string prefix)
    {
        var route = ((HttpTriggerAttribute)function.Trigger).Route is { Length: > 0 } given ? given : function.Name;
        return "/" + string.Join('/', new[] { prefix, route }.Select(part => part.Trim('/')).Where(part => part.Length > 0));
    }

    /// <summary>What a start would not show: levels, keys, routes that are none, routes given twice.</summary>
    public static void Check(IEnumerable<FunctionEntry> functions, string prefix, string? key, List<string> problems)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions)
        {
            var where = FunctionEntry.Describe(function.Name, function.Method);
            foreach (var request in Requests(function, prefix).Where(request => !taken.TryAdd(request, function.Name)))
            {
                problems.Add($"{where} answers {request}, but so does '{taken[request]}'.");
            }

            var level = ((HttpTriggerAttribute)function.Trigger).AuthLevel;
            if (level != AuthorizationLevel.Anonymous && string.IsNullOrEmpty(key))
            {
                problems.Add($"{where} asks for the level {level}, but no key is configured for this host.");
            }

            if (Reserved.Any(Pattern(function, "").TrimStart('/').ToLowerInvariant().StartsWith))
            {
                problems.Add($"{where} has a route that starts with {string.Join(" or ", Reserved)}, which Azure's host keeps for itself.");
            }

            try
            {
                RoutePatternFactory.Parse(Pattern(function, prefix));
            }
            catch (RoutePatternException e)
            {
                problems.Add($"{where} has the route '{e.Pattern}', which is not one: {e.Message}");
            }
        }
    }

    private static IEnumerable<string> Requests(FunctionEntry function, string prefix) =>
        (((HttpTriggerAttribute)function.Trigger).Methods is { Length: > 0 } methods ? methods : ["any method"])
        .Select(method => $"{method.ToUpperInvariant()} {Pattern(function, prefix)}");

    // Azure's host knows no 405: a path with another method is not there.
    private static Task AnswerOtherMethods(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.DisplayName == "405 HTTP Method Not Supported")
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
