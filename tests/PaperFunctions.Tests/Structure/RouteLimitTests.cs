using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions;

namespace PaperFunctions.Tests.Structure;

/// <summary>Every address of the site is counted against a limit.</summary>
public class RouteLimitTests
{
    private static readonly string Source = string.Join('\n', Checkout.FilesBelow(Path.Combine(Checkout.Source, "Functions"))
        .Select(File.ReadAllText));

    public static TheoryData<string> Routes => [.. typeof(DigestFunctions).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        .Where(m => m.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>() is not null)).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Routes))]
    public void A_route_says_which_limit_counts_its_requests(string function)
    {
        var limit = Regex.Match(
            Source, $@"\[Function\(nameof\({function}\)\)\](?:(?!\[Function).)*?"
                + @"(?:boundary\.RunAsync|limits\.Refuse)\(\s*request, Limited\.(\w+)",
            RegexOptions.Singleline);
        Assert.True(limit.Success, $"{function} has no limit: give boundary.RunAsync one of Limited.");
        Assert.Equal(function == "Unsubscribe", limit.Groups[1].Value == "Never");
    }
}
