using System.Text.Encodings.Web;

namespace PaperFunctions.Emulators.SendGrid.Pages;

/// <summary>The frame of both pages: no script, one small stylesheet, light and dark.</summary>
internal static class PageLayout
{
    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --soft: light-dark(#5a6270, #a3acb9); }
        :root { --link: light-dark(#0b57d0, #8ab4f8); --back: light-dark(#fff, #16181c); --text: light-dark(#1c1f24, #e6e8eb); }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
        body { background: var(--back); color: var(--text); }
        h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
        a { color: var(--link); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; overflow-wrap: anywhere; }
        th, td { border-bottom: 1px solid var(--line); }
        th { font-weight: 600; }
        .soft { color: var(--soft); }
        iframe { width: 100%; height: 40rem; border: 1px solid var(--line); background: #fff; color-scheme: light; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: .8rem; }
        @media (max-width: 40rem) {
          thead { position: absolute; clip-path: inset(50%); } tr, td { display: block; } td { border: 0; padding: 0; }
          tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
        }
        """;

    public static string Render(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;

    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static string Time(DateTimeOffset moment) =>
        $"""<time datetime="{moment:yyyy-MM-ddTHH:mm:ssZ}">{moment:yyyy-MM-dd HH:mm:ss} UTC</time>""";
}
