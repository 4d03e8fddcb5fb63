using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>Reads the body of an entry: <c>key, name = value, ...</c>, where a value is pieces joined by <c>#</c>.</summary>
internal sealed class BibtexBody(BibtexChunk chunk, BibtexMacros macros)
{
    /// <summary>Fields of one entry; further ones are dropped.</summary>
    private const int MaxFields = 500;

    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly string text = chunk.Body;
    private int at;

    /// <summary>The first thing that is wrong in the body; reading goes on behind it.</summary>
    public Problem? Problem { get; private set; } = chunk.Problem;

    public BibtexEntry Read()
    {
        var key = Key();
        while (fields.Count < MaxFields && SkipBlanks())
        {
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Field();
        }

        return new(chunk.Kind, key, fields);
    }

    /// <summary>Reads the one definition that the body of an @string is.</summary>
    public void Define()
    {
        Field();
        foreach (var (name, value) in fields)
        {
            macros.Define(name, value);
        }
    }

    private string Key()
    {
        SkipBlanks();
        var stop = text.AsSpan(at).IndexOfAny(",=\n");
        if (stop <= 0 || text[at + stop] == '=')
        {
            return "";
        }

        var key = text.Substring(at, stop).Trim();
        if (text[at + stop] == '\n')
        {
            Report(at + key.Length, $"A comma is missing after the key \"{Short(key)}\".");
        }

        at += stop + 1;
        return key;
    }

    private void Field()
    {
        SkipBlanks();
        var from = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or ',' or '{' or '}' or '"' or '#' or '('))
        {
            at++;
        }

        var name = text[from..at].ToLowerInvariant();
        if (!SkipBlanks() || text[at] != '=' || name.Length is 0 or > 100)
        {
            Report(from, $"\"{Short(name)}\" is no field: \"name = value\" was expected; it was passed over.");
            SkipToComma();
            return;
        }

        at++;
        var value = Value();
        fields.TryAdd(name, value);
        if (SkipBlanks() && text[at] != ',')
        {
            Report(at, $"A comma is missing after the field \"{Short(name)}\".");
            if (!char.IsLetter(text[at]))
            {
                SkipToComma();
            }
        }
    }

    private string Value()
    {
        var value = "";
        do
        {
            value = BibtexMacros.Join(value, Piece());
        }
        while (SkipBlanks() && text[at] == '#' && ++at > 0);

        return value;
    }

    private string Piece()
    {
        if (!SkipBlanks())
        {
            return "";
        }

        if (text[at] is '{' or '"')
        {
            return Delimited(text[at] == '{' ? '}' : '"');
        }

        var from = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or '#' or '{' or '}' or '"' or '='))
        {
            at++;
        }

        var word = text[from..at];
        return word.Length > 0 && char.IsAsciiDigit(word[0]) ? word : macros.Resolve(word);
    }

    private string Delimited(char close)
    {
        var (from, depth) = (++at, 0);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == close && depth == 0)
            {
                return text[from..at++];
            }

            at += c == '\\' && at + 1 < text.Length && text[at + 1] is '\\' or '"' ? 1 : 0;
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
        }

        at = text.Length;
        Report(from - 1, $"The value that starts here has no closing {close}.");
        return text[from..];
    }

    private void SkipToComma()
    {
        var depth = 0;
        for (; at < text.Length && (depth > 0 || text[at] != ','); at++)
        {
            depth += text[at] == '{' ? 1 : text[at] == '}' && depth > 0 ? -1 : 0;
        }
    }

    private bool SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length;
    }

    private void Report(int place, string reason)
    {
        if (Problem is null)
        {
            var before = text.AsSpan(0, Math.Min(place, text.Length));
            Problem = new Problem(chunk.Line + before.Count('\n'), reason, before.Length - before.LastIndexOf('\n'));
        }
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
