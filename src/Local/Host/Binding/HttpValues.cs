using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.Local.Host.Binding;

/// <summary>Parameters of HTTP functions.</summary>
internal static class HttpValues
{
    // HttpContext itself stays unbound in the worker too.
    public static ParameterBinder? Request(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(HttpRequest) ? (cause, _) => ValueTask.FromResult<object?>(((HttpContext)cause.Value).Request) : null;

    public static ParameterBinder? Named(ParameterInfo parameter, HttpTriggerAttribute trigger) =>
        NamesIn(trigger.Route).Contains(parameter.Name, StringComparer.OrdinalIgnoreCase) ? NamedValues.Bind(parameter) : null;

    private static IEnumerable<string> NamesIn(string? route)
    {
        try
        {
            return RoutePatternFactory.Parse(route ?? "").Parameters.Select(part => part.Name);
        }
        catch (RoutePatternException)
        {
            return []; // said with its reason where the routes are mapped
        }
    }
}
