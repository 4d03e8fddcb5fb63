namespace PaperFunctions.Tests.Infra;

/// <summary>What the Bicep compiler would refuse, as far as it can be told without it.</summary>
public class BicepTests
{
    [Fact]
    public void Every_file_parses()
    {
        var slips = from file in BicepFile.All
                    from node in file.Tree.All()
                    where node.Type is "ERROR" or "MISSING"
                    select $"{file.Path}({node.Line}): {node.Text}";
        Assert.Empty(slips);
        Assert.NotEmpty(BicepFile.All);
    }

    [Fact]
    public void A_file_that_does_not_parse_is_noticed()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "param name string =\nresource x 'A/b@1' = {\n  name: 'n'\n");
        var tree = Tools.Read<SyntaxNode[]>("tree.js", null, "bicep", path)[0];
        File.Delete(path);
        Assert.Contains(tree.All(), node => node.Type is "ERROR" or "MISSING");
    }

    [Fact]
    public void Every_parameter_and_variable_is_used()
    {
        var unused = from file in BicepFile.All
                     let used = Used(file.Tree).Select(name => name.Text!).ToHashSet()
                     from declaration in file.Tree.Parts
                     where declaration.Type is "parameter_declaration" or "variable_declaration"
                     let name = declaration.Parts[0].Text!
                     where !used.Contains(name)
                     select $"{file.Path}({declaration.Line}): {name}";
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_parameter_says_what_it_is()
    {
        var silent = from file in BicepFile.All
                     from parameter in file.Parameters
                     where string.IsNullOrWhiteSpace(parameter.Description)
                     select $"{file.Path}({parameter.Line}): {parameter.Name}";
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_module_is_here_and_gets_what_it_asks_for_and_nothing_else()
    {
        var slips = from file in BicepFile.All
                    from module in file.Modules
                    let target = BicepFile.All.SingleOrDefault(other => other.Path == file.Resolve(module))
                    from slip in target is null ? [$"there is no {module.Path}"] : Mismatches(module, target)
                    select $"{file.Path}({module.Line}): {module.Name}: {slip}";
        Assert.Empty(slips);
        Assert.NotEmpty(BicepFile.Main.Modules);
    }

    [Fact]
    public void Every_module_output_that_is_read_exists()
    {
        var reads = from file in BicepFile.All
                    from read in file.Tree.All("member_expression")
                    let outputs = read.Part("object")
                    where outputs?.Part("property")?.Text == "outputs"
                    // The grammar takes "c ? x : module.outputs.y" for "(c ? x : module).outputs.y": the last name is the module.
                    let name = outputs.Part("object")!.All("identifier").Last().Text
                    let module = file.Modules.SingleOrDefault(module => module.Name == name)
                    select (file, read, module);
        Assert.NotEmpty(reads);
        Assert.All(reads, found =>
        {
            Assert.True(found.module is not null, $"{found.file.Path}({found.read.Line}): {found.read.Text}: no such module");
            var target = BicepFile.Named(found.file.Resolve(found.module));
            Assert.True(target.Outputs.Contains(found.read.Part("property")!.Text!), $"{found.file.Path}({found.read.Line}): {found.read.Text}: no such output");
        });
    }

    [Fact]
    public void Secrets_stay_secure_on_their_way_to_the_vault()
    {
        // A secure parameter of main may only be handed to a parameter that is secure as well, or be asked whether it is empty.
        var secrets = BicepFile.Main.Parameters.Where(parameter => parameter.Secure).Select(parameter => parameter.Name).ToArray();
        Assert.Equal(["mailApiKey", "signingKey", "previousSigningKey", "addressKey"], secrets);
        var vault = BicepFile.Named("modules/vault.bicep");
        Assert.All(secrets, secret => Assert.Contains(vault.Parameters, parameter => parameter.Name == secret && parameter.Secure));
        var leaks = from module in BicepFile.Main.Tree.All("module_declaration")
                    where module.Parts[0].Text != "vault"
                    from name in Used(module)
                    where secrets.Contains(name.Text) && !module.All("call_expression").Any(call => call.Part("function")!.Text == "empty" && call.All().Contains(name))
                    select $"{module.Parts[0].Text}({name.Line}): {name.Text}";
        Assert.Empty(leaks);
    }

    [Fact]
    public void Every_file_that_is_loaded_exists()
    {
        var loads = from file in BicepFile.All
                    from call in file.Tree.All("call_expression")
                    where call.Part("function")!.Text is "loadTextContent" or "loadJsonContent"
                    select Path.GetFullPath(call.Part("arguments")!.Parts[0].Literal()!, Path.GetDirectoryName(Tools.At("infra", file.Path))!);
        Assert.NotEmpty(loads);
        Assert.All(loads, path => Assert.True(File.Exists(path), path));
    }

    [Fact]
    public void Nothing_comes_from_a_registry() =>
        Assert.All(BicepFile.All.SelectMany(file => file.Modules), module => Assert.DoesNotContain(':', module.Path));

    private static IEnumerable<string> Mismatches(BicepModule module, BicepFile target)
    {
        foreach (var missing in target.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name).Except(module.Passed))
        {
            yield return $"{missing} is required and not passed";
        }
        foreach (var extra in module.Passed.Except(target.Parameters.Select(parameter => parameter.Name)))
        {
            yield return $"{extra} is passed and not a parameter";
        }
    }

    // Names that are read: not those being declared, not keys of objects, not types.
    private static IEnumerable<SyntaxNode> Used(SyntaxNode node)
    {
        if (node.Type == "identifier" && node.Field != "initializer")
        {
            yield return node;
        }
        var skipped = node.Type is "object_property" or "output_declaration" or "parameter_declaration" or "variable_declaration"
            or "resource_declaration" or "module_declaration" && node.Parts[0].Type == "identifier" ? 1 : 0;
        foreach (var name in node.Parts.Skip(skipped).SelectMany(Used))
        {
            yield return name;
        }
    }
}
