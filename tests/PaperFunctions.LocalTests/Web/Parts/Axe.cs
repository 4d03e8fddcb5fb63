using System.Text.Json;
using Microsoft.Playwright;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>axe-core's rules for WCAG 2.2 AA and good practice, run in the page.</summary>
internal static class Axe
{
    private const string Run = """
        async (only) => (await axe.run(document, { resultTypes: ["violations"], ...(only.length ? { runOnly: only } : {}) }))
          .violations.map(v => `${v.id}: ${v.help} (${v.nodes.map(n => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).slice(0, 3).join("; ")})`)
        """;

    private static readonly Lazy<string> Script = new(Read);

    /// <summary>WCAG 2.2 AA alone: what axe calls good practice for pages (landmarks) is none for mail,
    /// which stands inside another page.</summary>
    public static readonly string[] Mail = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <param name="only">Tags of the rules to run; none for all.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, params string[] only)
    {
        // Evaluated over the debugging protocol: the page's own policy lets no foreign script in, and stays as it is.
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>(Run, only);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    private static string Read()
    {
        var file = Path.Combine(LocalFolders.Root ?? "", "tests", "node_modules", "axe-core", "axe.min.js");
        return File.Exists(file)
            ? File.ReadAllText(file)
            : throw new InvalidOperationException($"axe-core is not installed. Run: npm ci --prefix tests");
    }
}
