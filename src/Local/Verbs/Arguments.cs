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

    /// <summary>Refuses numbers outside a range. The parser itself refuses what is not a number.</summary>
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
        var option = new Option<string?>("--account")
        {
            Description = "Name of a storage account in Azure, to use instead of a running 'up'; needs 'az login'",
        };
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

    /// <summary>Refuses an empty name, and an option that does not exist.</summary>
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

    /// <summary>The files that the names stand for: a folder stands for its files, and <c>*</c> and <c>?</c> are filled in here, for shells
    /// that do not do it. Files whose names begin with a dot are left out, as are folders in folders.</summary>
    public static FileInfo[] Expand(IEnumerable<FileInfo> names) => [.. names.SelectMany(Expand)];

    private static IEnumerable<FileInfo> Expand(FileInfo name)
    {
        var pattern = name.Name.AsSpan().ContainsAny('*', '?') && name.Directory is { Exists: true } ? name.Name : null;
        var folder = Directory.Exists(name.FullName) ? new DirectoryInfo(name.FullName) : pattern is null ? null : name.Directory;
        var files = folder?.EnumerateFiles(pattern ?? "*")
            .Where(f => f.Name[0] != '.').OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        return files is { Count: > 0 } ? files : [name];
    }

    /// <summary>One sentence where files cannot be dropped together: one is missing, or two have the same name; else null.</summary>
    public static string? Complaint(IReadOnlyList<FileInfo> files) =>
        files.FirstOrDefault(f => !f.Exists) is { } missing
            ? Directory.Exists(missing.FullName) ? $"{missing}: there is no file in this folder." : $"{missing}: there is no such file."
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
