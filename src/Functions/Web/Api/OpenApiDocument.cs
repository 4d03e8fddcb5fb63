using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperFunctions.Functions.Web.Api;

/// <summary>The description of the API, kept by hand in <c>openapi.json</c> beside this file.</summary>
internal static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string Text = Read();

    /// <param name="baseUrl">Address of the site, without a slash at the end.</param>
    public static string For(string baseUrl)
    {
        var document = JsonNode.Parse(Text)!;
        document["servers"] = new JsonArray(new JsonObject { ["url"] = baseUrl });
        return document.ToJsonString(Indented);
    }

    private static string Read()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("openapi.json is not embedded in the assembly.");
        return new StreamReader(stream).ReadToEnd();
    }
}
