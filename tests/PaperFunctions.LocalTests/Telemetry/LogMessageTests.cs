using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using PaperFunctions.Emulators.Functions;

namespace PaperFunctions.LocalTests.Telemetry;

public class LogMessageTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly string[] Personal = ["email", "address", "token", "key", "secret", "url", "link", "subject", "to"];

    private static readonly (MethodInfo Method, LoggerMessageAttribute Message)[] Messages = [.. Directory
        .EnumerateFiles(AppContext.BaseDirectory, "PaperFunctions.*.dll")
        .Where(file => !Path.GetFileNameWithoutExtension(file).EndsWith("Tests", StringComparison.Ordinal))
        .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
        .SelectMany(type => type.GetMethods(Any))
        .Select(method => (method, method.GetCustomAttribute<LoggerMessageAttribute>()!))
        .Where(found => found.Item2 is not null)];

    [Fact]
    public void Every_log_message_has_an_event_id_of_its_own()
    {
        Assert.Contains(Messages, m => m.Method.DeclaringType!.Assembly == typeof(FunctionsHost).Assembly);
        Assert.True(Messages.Length > 20);
        Assert.All(Messages, m => Assert.True(m.Message.EventId > 0, Name(m.Method)));
        var shared = Messages.GroupBy(m => m.Message.EventId).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(m => Name(m.Method)))}");
        Assert.Empty(shared);
    }

    [Fact]
    public void No_log_message_takes_an_address_or_a_token() =>
        Assert.Empty(Messages.SelectMany(m => m.Method.GetParameters().Where(p => Personal.Contains(p.Name!.ToLowerInvariant()))
            .Select(p => $"{Name(m.Method)}: {p.Name}")));

    [Fact]
    public void Nothing_is_logged_in_another_way()
    {
        var calls = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file =>
                Regex.IsMatch(File.ReadAllText(file), @"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(|[lL]ogger\.Log\("));
        Assert.Empty(calls.Select(file => Path.GetRelativePath(Source, file)));
    }

    private static string Source => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
