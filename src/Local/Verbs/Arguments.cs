using System.CommandLine;
using System.CommandLine.Parsing;

namespace PaperFunctions.Local.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Arguments
{
    public const int DefaultPort = 7071;

    public static Option<int> Port() => Port("--port", "Port of the pages of a running 'up'", DefaultPort);

    public static Option<int> Port(string name, string description, int port)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => port };
        return option.Within(0, ushort.MaxValue);
    }

    /// <summary>Refuses numbers outside a range; what is no number at all is refused by the parser itself.</summary>
    public static Option<int> Within(this Option<int> option, int least, int most)
    {
        option.Validators.Add(r =>
        {
            if (r.Tokens is [var token] && int.TryParse(token.Value, out var given) && (given < least || given > most))
            {
                r.AddError($"{option.Name} must be between {least} and {most}.");
            }
        });
        return option;
    }

    public static Option<string?> Account()
    {
        var option = new Option<string?>("--account") { Description = "Name of a storage account in Azure, instead of a running 'up'; asks as whoever 'az login' signed in" };
        option.Validators.Add(r =>
        {
            if (r.Tokens is [var token] && (token.Value.Length is < 3 or > 24 || !token.Value.All(char.IsAsciiLetterOrDigit)))
            {
                r.AddError("--account takes the account's name alone: 3 to 24 letters and digits.");
            }
        });
        return option;
    }

    public static Option<bool> Json() => new("--json") { Description = "One JSON document a line instead of text" };

    public static Argument<FileInfo[]> Files(string name)
    {
        var files = new Argument<FileInfo[]>(name) { Description = "Digest files", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(r => RefuseOddNames(r.Tokens, r.AddError, "-"));
        return files;
    }

    /// <summary>Refuses what is no name: nothing at all, or an option that there is none of.</summary>
    public static Option<FileInfo[]> OfNames(this Option<FileInfo[]> option)
    {
        option.Validators.Add(r => RefuseOddNames(r.Tokens, r.AddError, "-"));
        return option;
    }

    public static void RefuseOddNames(IEnumerable<Token> tokens, Action<string> addError, string optionPrefix)
    {
        foreach (var token in tokens)
        {
            if (token.Value.Length == 0)
            {
                addError("A file name is empty.");
            }
            else if (token.Value.StartsWith(optionPrefix, StringComparison.Ordinal))
            {
                addError($"There is no option {token.Value} here; a file of that name is ./{token.Value}.");
            }
        }
    }

    /// <summary>One sentence where files cannot be dropped together: one is missing, or two would take the same place; else null.</summary>
    public static string? Complaint(IReadOnlyList<FileInfo> files) =>
        files.FirstOrDefault(f => !f.Exists) is { } missing ? $"{missing}: there is no such file."
        : files.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same
            ? $"Two files are named {same.Key}: a digest is known by its file name, so rename one or drop them one after the other."
            : null;
}

/// <summary>Exit codes.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int FellShort = 1;
    public const int WrongUse = 2;
}
