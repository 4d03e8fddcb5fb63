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
    private ListingBlock? _block;
    private int _first;
    private bool _inAbstract;
    private bool _dated;
    private string _quote = "";

    public static async IAsyncEnumerable<Parsed<ListingBlock>> ReadAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(content);
        var parser = new ListingParser();
        while (await lines.NextAsync(cancellationToken))
        {
            var text = TextInput.Lenient.GetString(lines.Line).TrimEnd();
            if (lines.Cut)
            {
                yield return new Problem(lines.Number, "The line is longer than 1 MiB; its rest was dropped.", LineReader.MaxLine,
                    lines.Offset);
            }

            if (parser.Read(text, lines.Number) is { } found)
            {
                yield return found;
            }
        }

        if (parser.Close() is { Record: not null } open)
        {
            yield return open
                with { Problem = new Problem(lines.Number, "The last paper is not closed by its \"\\\\\" line; the file may be cut off.") };
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

        if (_block is null)
        {
            return Between(line, number);
        }

        if (_inAbstract)
        {
            _block.AddAbstract(line);
        }
        else
        {
            ListingField.Read(line, _block);
        }

        return null;
    }

    /// <summary>A mail that is forwarded has signs of quotation or blanks before all its lines: those before the last bar.</summary>
    private string WithoutQuote(string line)
    {
        var text = line.AsSpan().TrimStart("> \t|");
        var opens = text.StartsWith(@"\\") || (_block is null && ListingField.IsPaper(text.ToString()));
        if (opens)
        {
            _quote = line[..(line.Length - text.Length)];
            return text.ToString();
        }

        return _quote.Length == 0 ? line
            : line.StartsWith(_quote, StringComparison.Ordinal) ? line[_quote.Length..]
            : line.StartsWith(_quote.TrimEnd(), StringComparison.Ordinal) && _quote.TrimEnd().Length > 0
            ? line[_quote.TrimEnd().Length..].TrimStart()
            : line;
    }

    private Parsed<ListingBlock>? Bar(string line, int number)
    {
        if (line.Length > 2 && _block is not null)
        {
            Link(line);
            return Close();
        }

        if (_block is { IsEmpty: false } && !_inAbstract)
        {
            _inAbstract = true;
            return null;
        }

        var before = Close();
        (_block, _first) = (new ListingBlock(), number);
        return before;
    }

    /// <summary>Only what says when the listing was made, or opens a block whose bar is missing.</summary>
    private Parsed<ListingBlock>? Between(string line, int number)
    {
        if (ListingField.IsPaper(line))
        {
            (_block, _first) = (new ListingBlock(), number);
            ListingField.Read(line, _block);
        }
        else if (!_dated && Made().Match(line) is { Success: true } made && Dates.Parse(made.Groups["date"].Value) is { } date)
        {
            _dated = true;
            return date;
        }

        return null;
    }

    private void Link(string line)
    {
        if (Url().Match(line) is { Success: true } url)
        {
            _block!.Start("Link", url.Value);
        }
    }

    private Parsed<ListingBlock>? Close()
    {
        var closed = _block;
        (_block, _inAbstract) = (null, false);
        return closed is { IsEmpty: false } ? new(closed, _first) : null;
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
