using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions;

namespace PaperFunctions.Tests.Structure;

public class TriggerTests
{
    public static TheoryData<string> Names => [.. Functions];

    /// <summary>Functions by their attribute, those that answer requests left out.</summary>
    private static List<string> Functions => [.. typeof(DigestFunctions).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance))
        .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null)
        .Where(m => !m.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>() is not null))
        .Select(m => m.Name)];

    private static readonly string Source = Regex.Replace(
        string.Join('\n', Checkout.FilesBelow(Path.Combine(Checkout.Source, "Functions")).Select(File.ReadAllText)),
        "\"[^\"\n]*\"", "\"\"");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trigger_holds_one_call(string function) =>
        Assert.Matches($@"\[Function\(nameof\({function}\)\)\]\s+public Task {function}\([^{{}};]*\)\s*=>\s*\w+\.\w+\([^{{}};()]*\);",
            Source);

    [Fact]
    public void What_answers_requests_runs_in_the_error_boundary_where_failures_become_answers()
    {
        var asking = typeof(DigestFunctions).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null
                && m.ReturnType == typeof(Task<Microsoft.AspNetCore.Mvc.IActionResult>))
            .Select(m => m.Name).ToList();
        Assert.NotEmpty(asking);
        Assert.All(asking, function => Assert.Matches(
            $@"\[Function\(nameof\({function}\)\)\]\s+public Task<IActionResult> {function}\([^{{}};]*\)\s*=>\s*boundary\.RunAsync\(request, ", Source));
    }

    [Fact]
    public void The_way_of_the_data_has_its_triggers()
    {
        string[] way = ["OnDigestUploaded", "OnDigestStored", "OnHour", "OnEditionsDue", "OnNight"];
        Assert.Empty(way.Except(Functions));
    }
}
