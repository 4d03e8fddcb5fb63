using Azure.Identity;
using PaperFunctions.Local.Verbs;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>What the command line says of errors: a sentence for people, and never a framework's own text with a stack trace.</summary>
public sealed class ErrorSentenceTests
{
    [Fact]
    public void Without_a_login_it_says_how_to_sign_in() =>
        Assert.Equal(
            "Nobody is signed in to Azure: run az login. (DefaultAzureCredential failed.)",
            CommandLine.Sentence(
                new AuthenticationFailedException("DefaultAzureCredential failed.\n- EnvironmentCredential: none\n   at Azure.Identity")));

    [Fact]
    public void A_time_out_is_no_stop() =>
        Assert.Equal(
            "A service took too long to answer: The request timed out.",
            CommandLine.Sentence(new TaskCanceledException("The request timed out.", new TimeoutException())));

    [Fact]
    public void An_error_of_our_own_leaves_its_trace_in_a_file()
    {
        var error = new InvalidOperationException("Sequence contains no elements\nmore");
        Assert.Null(CommandLine.Sentence(error));
        var sentence = CommandLine.Unexpected(error);
        Assert.StartsWith("This should not happen: Sequence contains no elements. Please report it, with ", sentence,
            StringComparison.Ordinal);
        var file = sentence[(sentence.IndexOf("with ", StringComparison.Ordinal) + 5)..^1];
        Assert.Contains("InvalidOperationException", File.ReadAllText(file), StringComparison.Ordinal);
        File.Delete(file);
    }
}
