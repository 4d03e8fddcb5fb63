using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Infra;

/// <summary>main.parameters.json hands azd's environment to main.bicep: each parameter once, each under its own variable.</summary>
public partial class ParametersFileTests
{
    private static readonly Dictionary<string, string> Values = Read();

    [Fact]
    public void It_hands_over_each_parameter_of_main() =>
        Assert.Equal(BicepFile.Main.Parameters.Select(parameter => parameter.Name).Order(), Values.Keys.Order());

    [Fact]
    public void Each_parameter_comes_from_one_variable_of_its_own()
    {
        // A variable that is not set leaves the parameter out, so that the default in main.bicep holds.
        Assert.All(Values.Values, value => Assert.Matches(Variable(), value));
        Assert.Equal(Values.Count, Values.Values.Distinct().Count());
    }

    [Fact]
    public void The_deployment_guide_names_every_variable()
    {
        var guide = Tools.Text("docs", "deploy.md");
        Assert.All(Values.Values, value => Assert.Contains($"`{Variable().Match(value).Groups[1].Value}`", guide));
    }

    [Fact]
    public void Only_what_nobody_can_guess_is_required() =>
        Assert.Equal(
            ["environmentName", "location", "mailFrom", "sitePostalAddress"],
            BicepFile.Main.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name).Order());

    [GeneratedRegex(@"^\$\{([A-Z][A-Z0-9_]*)\}$")]
    private static partial Regex Variable();

    private static Dictionary<string, string> Read()
    {
        using var file = JsonDocument.Parse(Tools.Text("infra", "main.parameters.json"));
        return file.RootElement.GetProperty("parameters").EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.GetProperty("value").GetString()!);
    }
}
