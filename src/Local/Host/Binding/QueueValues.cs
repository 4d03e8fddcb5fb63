using System.Reflection;
using Azure.Storage.Queues.Models;

namespace PaperFunctions.Local.Host.Binding;

/// <summary>Parameters of queue functions.</summary>
internal static class QueueValues
{
    public const string Names = "dequeueCount, id, popReceipt, insertionTime, expirationTime, nextVisibleTime or queueTrigger";

    private static readonly string[] Known = Names.Replace(" or ", ", ", StringComparison.Ordinal).Split(", ");

    public static ParameterBinder? Message(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        Func<QueueMessage, object?>? read = type switch
        {
            _ when type == typeof(QueueMessage) => message => message,
            _ when type == typeof(BinaryData) => message => message.Body,
            _ when type == typeof(string) => message => message.Body.ToString(),
            _ when type == typeof(byte[]) => message => message.Body.ToArray(),
            { IsInterface: true } or { IsAbstract: true } or { IsPointer: true } => null,
            _ => message => message.Body.ToObjectFromJson(type),
        };
        return read is null ? null : (cause, _) => ValueTask.FromResult(read((QueueMessage)cause.Value));
    }

    public static ParameterBinder? Named(ParameterInfo parameter) =>
        Known.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase) ? NamedValues.Bind(parameter) : null;

    private static object? ToObjectFromJson(this BinaryData body, Type type) =>
        System.Text.Json.JsonSerializer.Deserialize(body.ToMemory().Span, type, NamedValues.Json);

    /// <summary>What parameters of a message's run get by name.</summary>
    public static IReadOnlyDictionary<string, object?> Data(QueueMessage message) =>
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["DequeueCount"] = message.DequeueCount,
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["InsertionTime"] = message.InsertedOn,
            ["ExpirationTime"] = message.ExpiresOn,
            ["NextVisibleTime"] = message.NextVisibleOn,
            ["QueueTrigger"] = message.Body.ToString(),
        };
}
