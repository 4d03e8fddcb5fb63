using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Functions;
using PaperFunctions.Pages;

namespace PaperFunctions.Tests.Infra;

/// <summary>Which settings the app reads, found by having it read them from a configuration that takes notes.</summary>
internal static class SettingsRead
{
    /// <summary>Settings that are bound to options, those of the storage account among them, with ":" between the parts.</summary>
    public static IReadOnlySet<string> ByOptions { get; } = Bound();

    /// <summary>Settings that triggers name between percent signs.</summary>
    public static IReadOnlySet<string> ByTriggers { get; } = typeof(WebServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
        .SelectMany(parameter => parameter.GetCustomAttributesData())
        .SelectMany(attribute => attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue)))
        .Select(argument => argument.Value).OfType<string>()
        .SelectMany(text => Regex.Matches(text, "%([^%]+)%").Select(match => match.Groups[1].Value)).ToHashSet();

    /// <summary>What the options take of the settings that are numbers, with "__" between the parts.</summary>
    public static IReadOnlyDictionary<string, (double? Least, double? Most)> Ranges { get; } =
        (from assembly in (Assembly[])[typeof(BetweenAttribute).Assembly, typeof(StorageOptions).Assembly, typeof(WebServices).Assembly]
         from type in assembly.GetTypes()
         from property in type.GetProperties()
         let range = property.GetCustomAttribute<BetweenAttribute>()
         where range is not null
         let setting = range.ErrorMessage!.Split(' ')[0].Replace(":", "__")
         select (setting, range)).ToDictionary(one => one.setting, one => ((double?)one.range.Least, (double?)one.range.Most));

    private static HashSet<string> Bound()
    {
        var notes = new Notes();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(notes).Build());
        services.AddPaperFunctions().AddPages().AddWeb();
        using var provider = services.BuildServiceProvider();
        foreach (var options in services.Select(service => service.ServiceType).Where(IsConfiguration).Distinct()
            .Select(type => type.GetGenericArguments()[0]))
        {
            typeof(SettingsRead).GetMethod(nameof(Configure), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(options)
                .Invoke(null, [provider]);
        }

        provider.GetRequiredService<StorageOptions>();
        return [.. notes.Asked.Where(key => key == StorageOptions.Section || (key.Contains(':') && !key.EndsWith(":" + Notes.Child)))];
    }

    private static bool IsConfiguration(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>)
        && type.GetGenericArguments()[0].FullName!.StartsWith("PaperFunctions.", StringComparison.Ordinal);

    private static void Configure<TOptions>(IServiceProvider provider)
        where TOptions : class, new()
    {
        foreach (var one in provider.GetServices<IConfigureOptions<TOptions>>())
        {
            one.Configure(new TOptions());
        }
    }

    /// <summary>Has the addresses of an account, because without them nobody asks further, and writes
    /// down what else is asked for.</summary>
    private sealed class Notes : ConfigurationProvider, IConfigurationSource
    {
        public const string Child = "Any";

        public HashSet<string> Asked { get; } = [];

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Asked.Add(key);
            value = key.EndsWith("ServiceUri", StringComparison.Ordinal) ? "https://account.example.org" : null;
            return value is not null;
        }

        // A section without children is not bound.
        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
            parentPath?.Contains(':') == true ? earlierKeys : earlierKeys.Append(Child);
    }
}
