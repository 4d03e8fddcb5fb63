using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PaperFunctions.Formats.Lists;

/// <summary>Markdown as lines for reading, through Markdig's syntax tree.</summary>
/// <remarks>Two things of CommonMark are left out because lists break by them: text that is indented far is no code, and a line with a
/// tag does not make HTML of what follows it.</remarks>
internal static class MarkdownTree
{
    /// <summary>Blocks within blocks that are read; text that is nested deeper is left out.</summary>
    private const int Deepest = 60;

    /// <summary>A line of dashes below a longer paragraph is a rule, not the mark of a heading.</summary>
    private const int LongestHeading = 250;

    private static readonly MarkdownPipeline Pipeline = Build();

    private static readonly InlineParserList Inlines = new(new MarkdownPipelineBuilder().InlineParsers);

    /// <summary>Kept from cell to cell, since making one costs more than reading a cell.</summary>
    [ThreadStatic]
    private static InlineProcessor? _inline;

    /// <summary>The lines of a text; null where it is nested too deep to be read.</summary>
    /// <param name="text">Lines with <c>\n</c> behind each.</param>
    /// <param name="first">Number of its first line.</param>
    public static List<MarkdownLine>? Read(string text, int first)
    {
        try
        {
            var lines = new List<MarkdownLine>();
            Blocks(Markdown.Parse(text, Pipeline), 0, first, lines);
            return lines;
        }
        catch (ArgumentException)
        {
            return null; // Markdig's answer to nesting beyond its limit
        }
    }

    /// <summary>The lines of a text that is no more than inline: what stands at its start makes no block of it.</summary>
    public static List<MarkdownLine> ReadInline(string text)
    {
        var lines = new List<MarkdownLine>();
        try
        {
            var parser = _inline ??= new InlineProcessor(new MarkdownDocument(), Inlines, false, null);
            var paragraph = new ParagraphBlock { Lines = new StringLineGroup(text), ProcessInlines = true };
            parser.ProcessInlineLeaf(paragraph);
            new LineWriter(LineKind.Item, 0, 0, false, lines).Write(paragraph.Inline);
        }
        catch (ArgumentException)
        {
            // Nested too deep; the parser stands in the middle of it.
            lines.Clear();
            _inline = null;
        }

        return lines;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        return builder.Build();
    }

    private static void Blocks(ContainerBlock parent, int depth, int first, List<MarkdownLine> lines, int nested = 0)
    {
        if (nested > Deepest)
        {
            return;
        }

        var leads = parent is ListItemBlock;
        foreach (var block in parent)
        {
            switch (block)
            {
                case LeafBlock leaf and (HeadingBlock or ParagraphBlock):
                    Leaf(leaf, leads, depth, first, lines);
                    leads = false;
                    break;
                case ThematicBreakBlock rule:
                    lines.Add(new(LineKind.Rule, depth, rule.Line + first, true, false, "", []));
                    break;
                case ContainerBlock container:
                    Blocks(container, depth + (container is ListItemBlock ? 1 : 0), first, lines, nested + 1);
                    break;
            }
        }
    }

    private static void Leaf(LeafBlock leaf, bool leads, int depth, int first, List<MarkdownLine> lines)
    {
        var heading = leaf as HeadingBlock;
        var isHeading = heading is { IsSetext: false }
            || (heading is not null && leaf.Span.Length <= LongestHeading && leaf.Inline is { } inline
                && !inline.Any(child => child is LineBreakInline));
        var (kind, level) = isHeading ? (LineKind.Heading, heading!.Level) : (leads ? LineKind.Item : LineKind.Text, depth);
        new LineWriter(kind, level, leaf.Line + first, leaf.Column > 0, lines).Write(leaf.Inline);
        if (heading is not null && !isHeading)
        {
            lines.Add(new(LineKind.Rule, depth, leaf.Line + first, true, false, "", []));
        }
    }
}
