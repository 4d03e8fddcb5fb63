using System.Security.Cryptography;

namespace PaperFunctions.Pages.Web;

/// <summary>The style sheet and the script. Their addresses carry a hash of the content, so they may be cached for ever.</summary>
public sealed record SiteAsset(string ContentType, byte[] Content, string Hash);

public static class SiteAssets
{
    public static SiteAsset Styles { get; } = Load("site.css", "text/css; charset=utf-8");

    public static SiteAsset Script { get; } = Load("site.js", "text/javascript; charset=utf-8");

    public static string StylesAddress { get; } = Addresses.With(Addresses.Styles, ("v", Styles.Hash));

    public static string ScriptAddress { get; } = Addresses.With(Addresses.Script, ("v", Script.Hash));

    /// <summary>For Cache-Control, where the address carries the hash.</summary>
    public const string Caching = "public, max-age=31536000, immutable";

    private static SiteAsset Load(string name, string type)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream($"PaperFunctions.Pages.Web.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new SiteAsset(type, content, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }
}
