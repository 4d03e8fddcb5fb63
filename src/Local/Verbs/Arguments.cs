using System.CommandLine;

namespace PaperFunctions.Local.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Arguments
{
    public const int DefaultPort = 7071;

    public static Option<int> Port() => Port("--port", "Port of the pages of a running 'up'", DefaultPort);

    public static Option<int> Port(string name, string description, int port)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => port };
        option.Validators.Add(r =>
        {
            if (!r.Errors.Any() && r.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
            {
                r.AddError($"{name} must be between 0 and {ushort.MaxValue}.");
            }
        });
        return option;
    }

    public static Option<bool> Json() => new("--json") { Description = "One JSON document a line instead of text" };

    public static Argument<FileInfo[]> Files(string name) => new(name)
    {
        Description = "Digest files",
        Arity = ArgumentArity.OneOrMore,
    };

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
