namespace PaperFunctions.Formats.Yaml;

/// <summary>A value of a YAML file. Aliases share the node that they name.</summary>
/// <param name="Line">From 1.</param>
internal abstract record YamlNode(int Line);

/// <param name="IsPlain">Written without quotes, so that <c>null</c> and <c>~</c> are nothing.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, int Line) : YamlNode(Line);

internal sealed record YamlList(int Line) : YamlNode(Line)
{
    public List<YamlNode> Items { get; } = [];
}

internal sealed record YamlMap(int Line) : YamlNode(Line)
{
    public List<(string Key, YamlNode Value)> Items { get; } = [];
}
