using System.CommandLine;

namespace PaperFunctions.Local.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Arguments
{
    public const int DefaultPort = 7071;

    public static Option<int> Port() => new("--port")
    {
        Description = "Port of the pages of a running 'up'",
        DefaultValueFactory = _ => DefaultPort,
    };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document a line instead of text" };

    public static Argument<FileInfo[]> Files(string name) => new(name)
    {
        Description = "Digest files",
        Arity = ArgumentArity.OneOrMore,
    };
}

/// <summary>Exit codes.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int FellShort = 1;
    public const int WrongUse = 2;
}
