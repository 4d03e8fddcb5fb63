using System.Text;

namespace PaperFunctions.Tests.Formats.Yaml;

public sealed class YamlTests
{
    [Fact]
    public async Task Aliases_that_double_each_other_are_refused_and_the_next_entry_is_read()
    {
        var text = new StringBuilder("- title: Moths\n  authors: Bo van der Quill\n  l0: &l0 [ha, ha]\n");
        for (var i = 1; i < 60; i++)
        {
            text.Append($"  l{i}: &l{i} [*l{i - 1}, *l{i - 1}]\n");
        }

        var reading = await Of(text.Append("- title: Kettles\n  authors: Ovid Tern\n"));
        Assert.Equal(["Kettles"], reading.Titles);
        Assert.Contains("aliases", Assert.Single(reading.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_to_what_is_around_it_is_a_problem_at_its_line()
    {
        var reading =
            await Of(new StringBuilder("- title: Moths\n  authors: Bo van der Quill\n- &me\n  title: Kettles\n  authors: [*me]\n"));
        Assert.Equal("Moths", reading.Titles.First());
        Assert.Equal(5, Assert.Single(reading.Receipt.Problems).Line);
    }

    [Fact]
    public async Task Nesting_without_end_is_a_problem()
    {
        var reading =
            await Of(new StringBuilder("- title: Moths\n  authors: Bo van der Quill\n- title: Kettles\n  authors: ").Append('[', 5000));
        Assert.Equal("Moths", reading.Titles.First());
        Assert.Contains("nested too deep", Assert.Single(reading.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_above_the_bound_is_refused_whole()
    {
        var reading = await Of(new StringBuilder("- title: Moths\n  authors: Bo van der Quill\n  year: 2026\n").Append('#', 17 << 20));
        Assert.Empty(reading.Entries);
        Assert.Contains("up to 16 MiB", reading.Reasons.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- name: Install\n  hosts: all\n  tasks:\n    - name: copy\n      author: x\n")]
    [InlineData("title: My site\nauthor: Juno Amsel\nurl: https://amsel.example\nplugins:\n  - feed\n")]
    [InlineData("Title: A paper\nAuthors: Juno Amsel, Bo van der Quill\nAbstract: We route light.\n")]
    public async Task Settings_playbooks_and_labelled_text_are_no_lists_in_yaml(string text) =>
        Assert.NotEqual("yaml", (await Reading.OfAsync(Encoding.UTF8.GetBytes(text), "digest.bin")).Receipt.Format);

    private static Task<Reading> Of(StringBuilder text) => Reading.OfAsync(Encoding.UTF8.GetBytes(text.ToString()), "digest.yml", "yaml");
}
