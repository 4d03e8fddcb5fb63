using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>Reads arXiv's listing mail line by line: a line of <c>\\</c> opens a block, a second one its abstract,
/// <c>\\ (address, size)</c> or a rule ends it.</summary>
internal sealed partial class ListingParser
{
    private ListingBlock? block;
    private int first;
    private bool inAbstract;
    private bool dated;
    private string quote = "";

    public static async IAsyncEnumerable<Parsed<ListingBlock>> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(content);
        var parser = new ListingParser();
        while (await lines.NextAsync(cancellationToken))
        {
            var text = TextInput.Lenient.GetString(lines.Line).TrimEnd();
            if (lines.Cut)
            {
                yield return new Problem(lines.Number, "The line is longer than 1 MiB; its rest was dropped.", LineReader.MaxLine, lines.Offset);
            }

            if (parser.Read(text, lines.Number) is { } found)
            {
                yield return found;
            }
        }

        if (parser.Close() is { Record: not null } open)
        {
            yield return open with { Problem = new Problem(lines.Number, "The last paper is not closed by its \"\\\\\" line; the file may be cut off.") };
        }
    }

    private Parsed<ListingBlock>? Read(string line, int number)
    {
        line = WithoutQuote(line);
        if (line.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return Bar(line, number);
        }

        if (Rule().IsMatch(line))
        {
            return Close();
        }

        if (block is null)
        {
            return Between(line, number);
        }

        if (inAbstract)
        {
            block.AddAbstract(line);
        }
        else
        {
            ListingField.Read(line, block);
        }

        return null;
    }

    /// <summary>A mail that is forwarded has signs of quotation or blanks before all its lines: those before the last bar.</summary>
    private string WithoutQuote(string line)
    {
        var text = line.AsSpan().TrimStart("> \t|");
        var opens = text.StartsWith(@"\\") || (block is null && ListingField.IsPaper(text.ToString()));
        if (opens)
        {
            quote = line[..(line.Length - text.Length)];
            return text.ToString();
        }

        return quote.Length == 0 ? line
            : line.StartsWith(quote, StringComparison.Ordinal) ? line[quote.Length..]
            : line.StartsWith(quote.TrimEnd(), StringComparison.Ordinal) && quote.TrimEnd().Length > 0 ? line[quote.TrimEnd().Length..].TrimStart()
            : line;
    }

    private Parsed<ListingBlock>? Bar(string line, int number)
    {
        if (line.Length > 2 && block is not null)
        {
            Link(line);
            return Close();
        }

        if (block is { IsEmpty: false } && !inAbstract)
        {
            inAbstract = true;
            return null;
        }

        var before = Close();
        (block, first) = (new ListingBlock(), number);
        return before;
    }

    /// <summary>Only what says when the listing was made, or opens a block whose bar is missing.</summary>
    private Parsed<ListingBlock>? Between(string line, int number)
    {
        if (ListingField.IsPaper(line))
        {
            (block, first) = (new ListingBlock(), number);
            ListingField.Read(line, block);
        }
        else if (!dated && Made().Match(line) is { Success: true } made && Dates.Parse(made.Groups["date"].Value) is { } date)
        {
            dated = true;
            return date;
        }

        return null;
    }

    private void Link(string line)
    {
        if (Url().Match(line) is { Success: true } url)
        {
            block!.Start("Link", url.Value);
        }
    }

    private Parsed<ListingBlock>? Close()
    {
        var closed = block;
        (block, inAbstract) = (null, false);
        return closed is { IsEmpty: false } ? new(closed, first) : null;
    }

    [Backtracks(BacktracksAttribute.Line, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:-{20,}|%[-%]{10,})$")]
    private static partial Regex Rule();

    [Backtracks(BacktracksAttribute.Line, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:\s*received from\b.*?\bto\s+|Date:\s+)(?<date>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Made();

    [Backtracks(BacktracksAttribute.Line, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"https?://[^\s,)]{5,300}")]
    private static partial Regex Url();
}
