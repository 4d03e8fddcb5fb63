using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Infra;

/// <param name="Decorators">The lines that begin with "@" before the parameter.</param>
/// <param name="Least">Of <c>@minValue</c>.</param>
/// <param name="Most">Of <c>@maxValue</c>.</param>
internal sealed record BicepParameter(string Name, bool Required, string Decorators, long? Least, long? Most);

/// <param name="Type">With its API version.</param>
/// <param name="Body">The lines between the braces.</param>
internal sealed record BicepResource(string Symbol, string Type, bool Existing, string Body)
{
    /// <summary>The value of a property that stands on one line, at any depth; null if there is none.</summary>
    public string? Value(string property) =>
        Regex.Match(Body, $@"^ +{property}: (.+)$", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : null;
}

/// <summary>
/// A Bicep file as text, for what no compiler checks. It counts on the layout that <c>bicep format</c> gives: a declaration ends with a
/// brace or bracket in the column in which it begins.
/// </summary>
internal sealed partial class BicepFile
{
    private static readonly Lazy<IReadOnlyList<BicepFile>> Files = new(() => [.. Directory
        .EnumerateFiles(Tools.At("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => new BicepFile(System.IO.Path.GetRelativePath(Tools.At("infra"), path).Replace('\\', '/')))]);

    private BicepFile(string path)
    {
        Path = path;
        Text = Tools.Text("infra", path);
        Parameters = [.. Parameter().Matches(Text).Select(match => new BicepParameter(
            match.Groups["name"].Value,
            !match.Groups["default"].Success,
            match.Groups["decorators"].Value,
            Number(match.Groups["decorators"].Value, "minValue"),
            Number(match.Groups["decorators"].Value, "maxValue")))];
        Resources = [.. Resource().Matches(Text).Select(match => new BicepResource(
            match.Groups["symbol"].Value, match.Groups["type"].Value, match.Groups["existing"].Success, match.Groups["body"].Value))];
        Assert.Equal(Regex.Count(Text, "^param ", RegexOptions.Multiline), Parameters.Count);
        Assert.Equal(Regex.Count(Text, "^ *resource ", RegexOptions.Multiline), Resources.Count + Nested(Resources));
    }

    /// <summary>Every .bicep file of infra/.</summary>
    public static IReadOnlyList<BicepFile> All => Files.Value;

    public static BicepFile Main => Named("main.bicep");

    /// <summary>Below infra/, with forward slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<BicepParameter> Parameters { get; }

    /// <summary>Those in the first column; a resource inside another is part of its body.</summary>
    public IReadOnlyList<BicepResource> Resources { get; }

    public IEnumerable<string> Outputs => Output().Matches(Text).Select(match => match.Groups["name"].Value);

    public static BicepFile Named(string path) => All.Single(file => file.Path == path);

    public BicepResource One(string symbol) => Resources.Single(resource => resource.Symbol == symbol);

    /// <summary>The value of a variable, without the braces or brackets around it if it has several lines.</summary>
    public string Variable(string name)
    {
        var match = Regex.Match(Text, $@"^var {name} = (?:[{{\[]\n(?<value>(?:.*\n)*?)[}}\]]|(?<value>.+))$", RegexOptions.Multiline);
        Assert.True(match.Success, $"{Path}: there is no variable {name}");
        return match.Groups["value"].Value;
    }

    /// <summary>The properties of a variable that is an object, one a line.</summary>
    public IReadOnlyDictionary<string, string> Properties(string variable) =>
        Property().Matches(Variable(variable)).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    /// <summary>The strings in a variable that is a list.</summary>
    public string[] Strings(string variable) => [.. Quoted().Matches(Variable(variable)).Select(match => match.Groups[1].Value)];

    private static int Nested(IReadOnlyList<BicepResource> resources) =>
        resources.Sum(resource => Regex.Count(resource.Body, "^ +resource ", RegexOptions.Multiline));

    private static long? Number(string decorators, string name) =>
        Regex.Match(decorators, $@"@{name}\((-?\d+)\)") is { Success: true } match ? long.Parse(match.Groups[1].Value) : null;

    [GeneratedRegex(@"(?<decorators>(?:^@.*\n(?:[ })].*\n)*)*)^param (?<name>\w+) \S+(?<default> = .*)?$", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^resource (?<symbol>\w+) '(?<type>[^']+)'(?<existing> existing)? = .*\n(?<body>(?:.*\n)*?)[}\]]$",
        RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^  (?<name>\w+): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Property();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
