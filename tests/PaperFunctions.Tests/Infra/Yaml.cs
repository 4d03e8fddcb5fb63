using YamlDotNet.RepresentationModel;

namespace PaperFunctions.Tests.Infra;

/// <summary>Short ways to what is in a YAML file; a missing or differently shaped part fails the test that asks for it.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string path)
    {
        using var reader = File.OpenText(path);
        var stream = new YamlStream();
        stream.Load(reader);
        return Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
    }

    public static IEnumerable<string> Keys(this YamlMappingNode map) => map.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    public static bool Has(this YamlMappingNode map, string key) => map.Children.ContainsKey(key);

    public static YamlMappingNode Map(this YamlMappingNode map, string key) => Assert.IsType<YamlMappingNode>(map.Part(key));

    public static string Text(this YamlMappingNode map, string key) => Assert.IsType<YamlScalarNode>(map.Part(key)).Value!;

    public static IEnumerable<string> Texts(this YamlMappingNode map, string key) =>
        Assert.IsType<YamlSequenceNode>(map.Part(key)).Select(item => Assert.IsType<YamlScalarNode>(item).Value!);

    public static IEnumerable<YamlMappingNode> Maps(this YamlMappingNode map, string key) =>
        Assert.IsType<YamlSequenceNode>(map.Part(key)).Select(item => Assert.IsType<YamlMappingNode>(item));

    private static YamlNode Part(this YamlMappingNode map, string key)
    {
        Assert.True(map.Has(key), $"line {map.Start.Line}: there is no \"{key}\" among {string.Join(", ", map.Keys())}");
        return map.Children[key];
    }
}
