using System.Reflection;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace PaperFunctions.Emulators.Functions.Binding;

/// <summary>Chooses how a parameter is bound, by the rules of the isolated worker and its extensions.</summary>
internal static class ParameterBinders
{
    /// <summary>The worker's own reading of JSON: names ignore case.</summary>
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Null if this host cannot bind the parameter.</summary>
    public static ParameterBinder? For(ParameterInfo parameter, ParameterInfo triggered, TriggerBindingAttribute trigger)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
        {
            return (_, cancellationToken) => cancellationToken;
        }

        return (parameter.Position == triggered.Position, trigger) switch
        {
            (true, BlobTriggerAttribute) when type == typeof(BlobClient) => (cause, _) => cause.Value,
            (true, TimerTriggerAttribute) when type == typeof(TimerInfo) => (cause, _) => cause.Value,
            (true, HttpTriggerAttribute) when type == typeof(HttpRequest) => (cause, _) => ((HttpContext)cause.Value).Request,
            (true, QueueTriggerAttribute) => Message(type),
            (false, BlobTriggerAttribute blob) => Named(parameter, BlobPattern.NamesIn(blob.BlobPath)),
            (false, HttpTriggerAttribute http) => Named(parameter, NamesIn(http.Route)),
            _ => null,
        };
    }

    /// <summary>The end of a sentence about a parameter that <see cref="For"/> knows nothing for.</summary>
    public static string Unknown(ParameterInfo parameter, TriggerBindingAttribute trigger)
    {
        var known = trigger switch
        {
            BlobTriggerAttribute => "the blob as BlobClient, strings named in the path",
            QueueTriggerAttribute => "the message as QueueMessage, string or a class read from JSON",
            TimerTriggerAttribute => "TimerInfo",
            _ => "HttpRequest (its HttpContext property is the context), strings named in the route",
        };
        return $"has the parameter '{parameter.ParameterType.Name} {parameter.Name}', which cannot be bound here: "
            + $"known are {known}, and CancellationToken.";
    }

    private static ParameterBinder? Message(Type type) => type switch
    {
        _ when type == typeof(QueueMessage) => (cause, _) => cause.Value,
        _ when type == typeof(string) => (cause, _) => ((QueueMessage)cause.Value).Body.ToString(),
        { IsInterface: true } or { IsAbstract: true } or { IsPrimitive: true } => null,
        _ => (cause, _) => JsonSerializer.Deserialize(((QueueMessage)cause.Value).Body.ToMemory().Span, type, Json),
    };

    private static ParameterBinder? Named(ParameterInfo parameter, IEnumerable<string> names) =>
        parameter.ParameterType == typeof(string) && names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)
            ? (cause, _) => cause.Data.GetValueOrDefault(parameter.Name!)
            : null;

    private static IEnumerable<string> NamesIn(string? route)
    {
        try
        {
            return RoutePatternFactory.Parse(route ?? "").Parameters.Select(part => part.Name);
        }
        catch (RoutePatternException)
        {
            return []; // reported with its reason where the routes are mapped
        }
    }
}
