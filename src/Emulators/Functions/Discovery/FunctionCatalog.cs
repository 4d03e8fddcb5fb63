using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using PaperFunctions.Emulators.Functions.Binding;

namespace PaperFunctions.Emulators.Functions.Discovery;

/// <summary>Finds the functions among an app's types, and says what Azure would refuse or silently do otherwise.</summary>
internal static class FunctionCatalog
{
    public static IReadOnlyList<FunctionEntry> Read(IEnumerable<Type> types, IServiceProviderIsService services, List<string> problems)
    {
        const BindingFlags all =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = types
            .SelectMany(type => type.GetMethods(all))
            .Select(method => (method, mark: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.mark is not null)
            .OrderBy(found => found.mark!.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var twins in methods.GroupBy(found => found.mark!.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1))
        {
            var places = string.Join(" and ", twins.Select(found => $"{found.method.DeclaringType!.FullName}.{found.method.Name}"));
            problems.Add($"The function name '{twins.Key}' is used by {places}: names must differ in more than case.");
        }

        return [.. methods.Select(found => ReadOne(found.mark!.Name, found.method, services, problems)).OfType<FunctionEntry>()];
    }

    private static FunctionEntry? ReadOne(string name, MethodInfo method, IServiceProviderIsService services, List<string> problems)
    {
        var where = FunctionEntry.Describe(name, method);
        // Read once: runs that ask at the same time may each get objects of their own.
        var parameters = method.GetParameters();
        var triggers = parameters
            .Select(parameter => (parameter, trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.trigger is not null)
            .ToList();
        if (triggers is not [var (parameter, trigger)])
        {
            problems.Add($"{where} has {triggers.Count} parameters with a trigger attribute, but must have exactly one.");
            return null;
        }

        problems.AddRange(MethodRules.Check(name, method, trigger!, services).Select(problem => $"{where} {problem}"));
        var bound = parameters.Select(each => (each, binder: ParameterBinders.For(each, parameter, trigger!))).ToList();
        problems.AddRange(
            bound.Where(pair => pair.binder is null).Select(pair => $"{where} {ParameterBinders.Unknown(pair.each, trigger!)}"));
        return bound.TrueForAll(pair => pair.binder is not null)
            ? new FunctionEntry(name, method, parameter, trigger!, [.. bound.Select(pair => pair.binder!)])
            : null;
    }
}
