namespace PaperFunctions.Tests.Infra;

/// <summary>Who may do what: by the documented ids, on one resource each, for a reason that is written down.</summary>
public class RoleTests
{
    private static readonly Dictionary<string, string> Documented = Tools.List("roles.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(parts => parts[0], parts => parts[1]);

    private static readonly (BicepFile File, SyntaxNode Body)[] Assignments =
    [
        .. from file in BicepFile.All
           from resource in file.Resources()
           where resource.Parts[1].Literal()!.StartsWith("Microsoft.Authorization/roleAssignments@")
           select (file, resource.Body()!),
    ];

    [Fact]
    public void Every_id_in_the_templates_is_a_documented_role_under_its_own_name()
    {
        var ids = (from file in BicepFile.All
                   from node in file.Tree.All()
                   where node.Type is "object_property" or "variable_declaration" && node.Parts.Count == 2 && Guid.TryParse(node.Parts[1].Literal(), out _)
                   select (Name: node.Parts[0].Text!, Id: node.Parts[1].Literal()!)).ToArray();
        Assert.NotEmpty(ids);
        Assert.All(ids, found => Assert.Equal(Documented.GetValueOrDefault(found.Name), found.Id));
        Assert.Equal(Documented.Keys.Order(), ids.Select(found => found.Name).Distinct().Order());
    }

    [Fact]
    public void Every_assignment_is_on_one_resource()
    {
        Assert.NotEmpty(Assignments);
        Assert.All(Assignments, assignment =>
        {
            var scope = assignment.Body.Property("scope")?.Text?.Split("::")[0];
            var resource = assignment.File.Resources().SingleOrDefault(resource => resource.Parts[0].Text == scope);
            Assert.True(resource is not null, $"{assignment.File.Path}({assignment.Body.Line}): no scope: the role would hold for the whole group");
            Assert.DoesNotContain("resourceGroups@", resource.Parts[1].Literal());
        });
    }

    [Fact]
    public void Every_assignment_says_why() =>
        Assert.All(Assignments, assignment => Assert.True(
            assignment.Body.Property("properties")!.Property("description")?.Literal()?.Length > 30,
            $"{assignment.File.Path}({assignment.Body.Line})"));

    [Fact]
    public void Every_assignment_has_a_name_made_of_what_it_grants_to_whom_and_where() =>
        // Otherwise a second deployment, or a second role on the same resource, fails or replaces the first.
        Assert.All(Assignments, assignment =>
        {
            var name = assignment.Body.Property("name")!;
            var role = assignment.Body.Property("properties")!.Property("roleDefinitionId")!.Part("arguments")!.Parts[1].Text;
            Assert.Equal("guid", name.Part("function")!.Text);
            Assert.Equal(3, name.Part("arguments")!.Parts.Count);
            Assert.Equal($"{assignment.Body.Property("scope")!.Text}.id", name.Part("arguments")!.Parts[0].Text);
            Assert.Equal(role, name.Part("arguments")!.Parts[2].Text);
        });

    [Fact]
    public void No_service_keeps_a_key_that_would_do_instead_of_a_role()
    {
        Assert.Equal("false", Property("modules/storage.bicep", "account", "allowSharedKeyAccess"));
        Assert.Equal("true", Property("modules/search.bicep", "service", "disableLocalAuth"));
        Assert.Equal("true", Property("modules/vault.bicep", "vault", "enableRbacAuthorization"));
        Assert.Equal("true", Property("modules/monitoring.bicep", "insights", "DisableLocalAuth"));
    }

    private static string? Property(string file, string resource, string name) =>
        BicepFile.Named(file).Resources().Single(node => node.Parts[0].Text == resource).Body()!.Property("properties")!.Property(name)?.Text;
}
