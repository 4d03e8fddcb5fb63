using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace PaperFunctions.Emulators.Functions.Discovery;

/// <summary>What the worker asks of a function's name, method, result and class.</summary>
internal static partial class MethodRules
{
    public static IEnumerable<string> Check(
        string name, MethodInfo method, TriggerBindingAttribute trigger, IServiceProviderIsService services)
    {
        if (!Name().IsMatch(name))
        {
            yield return "has a name that Azure refuses: it must begin with a letter, then letters, digits, '_' and '-', at most 128.";
        }

        var type = method.DeclaringType!;
        if (!method.IsPublic || !type.IsVisible || (type.IsAbstract && !method.IsStatic))
        {
            yield return "must be a public method of a public class that can be constructed.";
        }

        if (CheckResult(method, trigger) is { } result)
        {
            yield return result;
        }

        foreach (var missing in method.IsStatic ? [] : MissingServices(type, services))
        {
            yield return missing;
        }
    }

    private static string? CheckResult(MethodInfo method, TriggerBindingAttribute trigger)
    {
        var result = Awaited(method.ReturnType);
        if (result == typeof(void))
        {
            return null;
        }

        if (trigger is not HttpTriggerAttribute)
        {
            return $"returns {result.Name}, which nothing would receive: return Task.";
        }

        return result.IsAssignableTo(typeof(IActionResult)) || result.IsAssignableTo(typeof(IResult))
            ? null
            : $"returns {result.Name}, which Azure would answer with an empty 200: return IActionResult or IResult.";
    }

    /// <summary>What awaiting a value of the type gives; void for a bare task, the type itself where it is none.</summary>
    private static Type Awaited(Type type) => type == typeof(Task) ? typeof(void)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0]
        : type;

    // Only if the choice of constructor is plain; with several the container decides when the class is made.
    private static IEnumerable<string> MissingServices(Type type, IServiceProviderIsService services) =>
        type.GetConstructors() is not [var constructor]
            ? []
            : constructor.GetParameters()
                .Where(parameter => !parameter.HasDefaultValue && !parameter.IsDefined(typeof(FromKeyedServicesAttribute)))
                .Where(parameter => !services.IsService(parameter.ParameterType))
                .Select(parameter => $"needs {parameter.ParameterType.Name} '{parameter.Name}', which is not among the app's services.");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
