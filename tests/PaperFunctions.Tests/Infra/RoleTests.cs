using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Infra;

/// <summary>Who may do what: by the documented ids, on one resource each, for a reason that is written down.</summary>
public partial class RoleTests
{
    private static readonly Dictionary<string, string> Documented = Tools.List("roles.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(parts => parts[0], parts => parts[1]);

    private static readonly (BicepFile File, BicepResource Resource)[] Assignments =
    [
        .. from file in BicepFile.All
           from resource in file.Resources
           where resource.Type.StartsWith("Microsoft.Authorization/roleAssignments@")
           select (file, resource),
    ];

    [Fact]
    public void Every_id_in_the_templates_is_a_documented_role_under_its_own_name()
    {
        var ids = BicepFile.All.SelectMany(file => Id().Matches(file.Text))
            .Select(match => (Name: match.Groups[1].Value, Id: match.Groups[2].Value)).ToArray();
        Assert.All(ids, found => Assert.Equal(Documented.GetValueOrDefault(found.Name), found.Id));
        Assert.Equal(Documented.Keys.Order(), ids.Select(found => found.Name).Distinct().Order());
        Assert.Equal(ids.Length, BicepFile.All.Sum(file => Guids().Count(file.Text)));
    }

    [Fact]
    public void Every_assignment_is_on_one_resource()
    {
        Assert.Equal(10, Assignments.Length);
        Assert.All(Assignments, assignment =>
        {
            var scope = assignment.Resource.Value("scope")?.Split("::")[0];
            // Without a scope the role would hold for the whole group.
            Assert.Contains(assignment.File.Resources, resource => resource.Symbol == scope && !resource.Type.Contains("resourceGroups@"));
        });
    }

    [Fact]
    public void Every_assignment_says_why() =>
        Assert.All(Assignments,
            assignment =>
                Assert.True(assignment.Resource.Value("description")?.Length > 30,
                    $"{assignment.File.Path}: {assignment.Resource.Symbol}"));

    [Fact]
    public void Every_assignment_has_a_name_made_of_what_it_grants_to_whom_and_where() =>
        // Otherwise a second deployment, or a second role on the same resource, fails or replaces the first.
        Assert.All(Assignments, assignment =>
        {
            var role = RoleId().Match(assignment.Resource.Value("roleDefinitionId")!).Groups[1].Value;
            Assert.Matches(
                $@"^guid\({Regex.Escape(assignment.Resource.Value("scope")!)}\.id, \w+(\.id)?, {Regex.Escape(role)}\)$",
                assignment.Resource.Value("name"));
        });

    [Theory]
    [InlineData("modules/storage.bicep", "account", "allowSharedKeyAccess", "false")]
    [InlineData("modules/search.bicep", "service", "disableLocalAuth", "true")]
    [InlineData("modules/vault.bicep", "vault", "enableRbacAuthorization", "true")]
    [InlineData("modules/monitoring.bicep", "insights", "DisableLocalAuth", "true")]
    public void No_service_keeps_a_key_that_would_do_instead_of_a_role(string file, string resource, string property, string value) =>
        Assert.Equal(value, BicepFile.Named(file).One(resource).Value(property));

    [GeneratedRegex(@"(\w+)(?: =|:) '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'")]
    private static partial Regex Id();

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    [GeneratedRegex(@"^subscriptionResourceId\('Microsoft\.Authorization/roleDefinitions', ([\w.]+)\)$")]
    private static partial Regex RoleId();
}
