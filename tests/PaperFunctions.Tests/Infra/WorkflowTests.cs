using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Infra;

/// <summary>The GitHub workflows: pinned, with the least permissions, and pointing at what is there.</summary>
public partial class WorkflowTests
{
    private static readonly Dictionary<string, YamlMappingNode> Workflows = Directory.EnumerateFiles(Tools.At(".github", "workflows"),
        "*.yml")
        .ToDictionary(path => Path.GetFileName(path), Yaml.Read);

    private static IEnumerable<(string Where, YamlMappingNode Job)> Jobs =>
        from workflow in Workflows
        from job in workflow.Value.Map("jobs").Keys()
        select ($"{workflow.Key}: {job}", workflow.Value.Map("jobs").Map(job));

    private static IEnumerable<(string Where, YamlMappingNode Step)> Steps =>
        from job in Jobs from step in job.Job.Maps("steps") select (job.Where, step);

    [Fact]
    public void There_is_one_to_check_to_look_for_faults_to_deploy_to_release_and_to_look_ahead() =>
        Assert.Equal(["ci.yml", "codeql.yml", "deploy.yml", "release.yml", "what-if.yml"], Workflows.Keys.Order());

    [Fact]
    public void Only_a_commit_of_main_that_ci_has_passed_is_deployed_and_somebody_can_be_asked_first()
    {
        var deploy = Workflows["deploy.yml"];
        Assert.Equal(["workflow_run"], deploy.Map("on").Keys());
        var ran = deploy.Map("on").Map("workflow_run");
        Assert.Equal(Workflows["ci.yml"].Text("name"), Assert.Single(ran.Texts("workflows")));
        Assert.Equal("main", Assert.Single(ran.Texts("branches")));
        var job = deploy.Map("jobs").Map("deploy");
        Assert.Contains("workflow_run.conclusion == 'success'", job.Text("if"));
        Assert.Contains("workflow_run.event == 'push'", job.Text("if"));
        Assert.Contains("workflow_run.head_repository.full_name == github.repository", job.Text("if"));
        Assert.Equal("production", job.Text("environment"));
        var checkout = job.Maps("steps").First(step => step.Has("uses") && step.Text("uses").StartsWith("actions/checkout@"));
        Assert.Equal("${{ github.event.workflow_run.head_sha }}", checkout.Map("with").Text("ref"));
    }

    [Fact]
    public void A_pull_request_never_signs_in_as_the_identity_that_can_change_things()
    {
        var open = Workflows.Where(workflow => workflow.Value.Map("on").Has("pull_request")).Select(workflow => workflow.Key).ToArray();
        Assert.Equal(["ci.yml", "codeql.yml", "what-if.yml"], open.Order());
        Assert.All(open, name => Assert.DoesNotContain("vars.AZURE_CLIENT_ID", Tools.Text(".github", "workflows", name)));
        Assert.Contains("client-id: ${{ vars.AZURE_READER_CLIENT_ID }}", Tools.Text(".github", "workflows", "what-if.yml"));
        Assert.Contains("providerNoRbac", Tools.Text(".github", "workflows", "what-if.yml"));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_commit_and_says_which_release_that_is()
    {
        // From the text, because the release is in a comment.
        var uses = Workflows.Keys.SelectMany(name => Uses().Matches(Tools.Text(".github", "workflows", name)))
            .Select(match => match.Groups["action"].Value).ToArray();
        Assert.Equal(Steps.Count(step => step.Step.Has("uses")), uses.Length);
        Assert.All(uses, use => Assert.Matches(Pinned(), use));
    }

    [Fact]
    public void One_action_has_one_version() =>
        Assert.All(
            Steps.Where(step => step.Step.Has("uses")).Select(step => step.Step.Text("uses").Split('@'))
                .GroupBy(parts => parts[0].ToLowerInvariant()),
            action => Assert.Single(action.Select(parts => parts[1]).Distinct()));

    [Fact]
    public void Nothing_may_be_written_and_only_jobs_that_sign_in_get_a_token()
    {
        Assert.All(Workflows.Values, workflow => Assert.Equal("read", workflow.Map("permissions").Text("contents")));
        Assert.All(Workflows.Values, workflow => Assert.Equal(["contents"], workflow.Map("permissions").Keys()));
        Assert.All(Jobs, job =>
        {
            var signsIn = Uses(job.Job, "azure/login@");
            var expected = signsIn ? "contents: read, id-token: write"
                : Uses(job.Job, "actions/attest@") ? "contents: read, id-token: write, attestations: write"
                : Uses(job.Job, "github/codeql-action/analyze@") ? "contents: read, security-events: write"
                : job.Where == "release.yml: publish" ? "contents: write, actions: read"
                : "";
            Assert.Equal((job.Where, expected), (job.Where, PermissionsOf(job.Job)));
            if (signsIn)
            {
                Assert.Matches(@"vars\.AZURE_(READER_)?CLIENT_ID != ''", job.Job.Text("if"));
            }
        });
    }

    [Fact]
    public void What_may_write_a_release_runs_no_code_but_its_own()
    {
        var publish = Workflows["release.yml"].Map("jobs").Map("publish");
        Assert.DoesNotContain(publish.Maps("steps"), step => step.Has("uses"));
        Assert.Equal(["push"], Workflows["release.yml"].Map("on").Keys());
        var attested = Workflows["release.yml"].Map("jobs").Map("package").Maps("steps").Where(step => step.Has("uses")
            && step.Text("uses").StartsWith("actions/attest@")).ToList();
        Assert.Equal(2, attested.Count); // where it comes from, and what is in it
        Assert.All(attested, step => Assert.Equal("package/paperfunctions.zip", step.Map("with").Text("subject-path")));
        Assert.True(attested[1].Map("with").Has("sbom-path"));
    }

    private static bool Uses(YamlMappingNode job, string action) =>
        job.Maps("steps").Any(step => step.Has("uses") && step.Text("uses").StartsWith(action));

    private static string PermissionsOf(YamlMappingNode job) => job.Has("permissions")
        ? string.Join(", ", job.Map("permissions").Keys().Select(key => $"{key}: {job.Map("permissions").Text(key)}"))
        : "";

    [Fact]
    public void Checked_out_code_gets_no_token_either() =>
        Assert.All(
            Steps.Where(step => step.Step.Has("uses") && step.Step.Text("uses").StartsWith("actions/checkout@")),
            step => Assert.Equal("false", step.Step.Map("with").Text("persist-credentials")));

    [Fact]
    public void Every_job_ends() => Assert.All(Jobs, job => Assert.True(int.Parse(job.Job.Text("timeout-minutes")) <= 60, job.Where));

    [Fact]
    public void Nothing_that_a_stranger_can_write_is_put_into_a_script() =>
        // An expression in a script is text before it is shell; values come in through env.
        Assert.All(Steps.Where(step => step.Step.Has("run")), step => Assert.DoesNotContain("${{", step.Step.Text("run")));

    [Fact]
    public void Pull_requests_from_forks_do_not_reach_the_sign_in() =>
        Assert.Contains("head.repo.full_name == github.repository", Workflows["what-if.yml"].Map("jobs").Map("what-if").Text("if"));

    [Fact]
    public void Every_file_that_a_step_names_is_there() =>
        Assert.All(Steps.Where(step => step.Step.Has("run")), step => Assert.All(
            Paths().Matches(step.Step.Text("run")).Select(match => match.Value),
            path => Assert.True(File.Exists(Tools.At(path)) || Directory.Exists(Tools.At(path)), $"{step.Where}: {path}")));

    [Fact]
    public void Both_package_sets_are_built_and_the_templates_compiled()
    {
        string[] runs = [.. Steps.Where(step => step.Step.Has("run")).Select(step => step.Step.Text("run"))];
        Assert.Contains(runs, run => run.StartsWith("dotnet test") && !run.Contains("official"));
        Assert.Contains(runs, run => run.StartsWith("dotnet test") && run.Contains("AzurePackages=official"));
        Assert.Contains(runs, run => run.Contains("az bicep build --file infra/main.bicep"));
    }

    [ShellcheckFact]
    public void Their_scripts_pass_shellcheck() => Tools.Shellcheck(Directory.EnumerateFiles(Tools.At(".github"), "*.sh"));

    [Fact]
    public void Only_variables_that_are_set_and_that_the_template_knows_are_taken_over()
    {
        var finished = Tools.Run("node", [Tools.At(".github", "take-variables.js")], new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["ALL"] = """{"MAIL_FROM":"papers@example.org","SITE_NAME":"","OTHER":"x","SEARCH_SKU":"basic\nPATH=/tmp"}""",
        });
        Assert.Equal(["MAIL_FROM=papers@example.org", "SEARCH_SKU=basic PATH=/tmp"],
            finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void What_if_gets_the_variables_that_the_template_knows_with_their_types()
    {
        var finished = Tools.Run("node", [Tools.At(".github", "what-if-parameters.js")], new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["ALL"] = """{"MAIL_FROM":"papers@example.org","SITE_NAME":"","OTHER":"x","PRIVATE_NETWORK":"true","MONTHLY_BUDGET":"50","EDITION_MINIMUM_CHANCE":"0.1"}""",
        });
        using var file = JsonDocument.Parse(finished.Output);
        Assert.Equal(
            """mailFrom: "papers@example.org", editionMinimumChance: "0.1", privateNetwork: true, monthlyBudget: 50""",
            string.Join(", ", file.RootElement.GetProperty("parameters").EnumerateObject()
                .Select(one => $"{one.Name}: {one.Value.GetProperty("value").GetRawText()}")));
    }

    [GeneratedRegex(@"^\s*(?:- )?uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w/.])(?:infra|src|\.github)/[\w./-]*\w(?![\w*])")]
    private static partial Regex Paths();
}
