using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using PaperFunctions.Emulators.Functions.Binding;

namespace PaperFunctions.Emulators.Functions.Discovery;

/// <summary>One function of the app: its method, what starts it, and how each parameter gets its value.</summary>
internal sealed record FunctionEntry(
    string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger, IReadOnlyList<ParameterBinder> Binders)
{
    /// <summary>The id that Azure's host gives it; part of receipts, timer states and blob messages.</summary>
    public string Id => "Host.Functions." + Name;

    /// <summary>For sentences: <c>Function 'OnHour' (App.EditionFunctions.OnHour)</c>.</summary>
    public static string Describe(string name, MethodInfo method) => $"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name})";
}
