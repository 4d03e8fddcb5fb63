using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace PaperFunctions.Papers;

/// <summary>One name that a paper is known by: its arXiv id, its DOI, its address at a venue, its normalised title or the opening of its
/// abstract.</summary>
/// <remarks>A paper has up to five keys. The id is made from the best of those known when it was first seen;
/// the others are kept as aliases that lead to it.</remarks>
public readonly record struct PaperKey(PaperKeyKind Kind, string Value)
{
    /// <summary>Titles that many works share: alone they name none.</summary>
    private static readonly FrozenSet<string> Shared = FrozenSet.Create(
        "editorial", "preface", "foreword", "introduction", "correction", "erratum", "corrigendum", "retraction", "abstract", "untitled",
            "reply",
        "comment", "commentary", "bookreview", "bookreviews", "tableofcontents", "frontmatter", "backmatter", "index", "news", "obituary",
            "conclusion",
        "conclusions", "acknowledgements", "acknowledgments", "announcement", "introductiontothespecialissue", "guesteditorial",
            "lettertotheeditor",
        "authorresponse", "inthisissue", "notes", "discussion", "summary", "references", "keynote", "panel", "tutorial");

    /// <summary>Letters of the abstract that tell works of one title apart.</summary>
    private const int Opening = 60;

    /// <summary>Letters and digits of an abstract that no other work starts with.</summary>
    private const int WholeOpening = 200;

    /// <summary>The keys of a paper, best first; empty only if its title has no letter or digit and no id is known.</summary>
    public static IReadOnlyList<PaperKey> Of(Paper paper)
    {
        var keys = new List<PaperKey>(4);
        if (paper.ArxivId is { Length: > 0 } arxiv)
        {
            keys.Add(new(PaperKeyKind.Arxiv, arxiv));
        }

        if (paper.Doi is { Length: > 0 } doi)
        {
            keys.Add(new(PaperKeyKind.Doi, doi));
        }

        if (VenueAddress.Of(paper) is { } address)
        {
            keys.Add(new(PaperKeyKind.Address, address));
        }

        if (TitleKey.Of(paper.Title) is { Length: > 0 } title)
        {
            keys.Add(new(PaperKeyKind.Title, Shared.Contains(title) ? $"{title}|{WhatElse(paper)}" : title));
        }

        if (keys.Count > 0 && OfAbstract(paper.Abstract) is { } opening)
        {
            keys.Add(opening);
        }

        return keys;
    }

    /// <summary>What a work keeps under another title: the opening of its abstract; null where that is too short to tell.</summary>
    public static PaperKey? OfAbstract(string text)
    {
        var opening = TitleKey.Of(text[..Math.Min(text.Length, 2 * WholeOpening)]);
        return opening.Length >= WholeOpening ? new(PaperKeyKind.Abstract, opening[..WholeOpening]) : null;
    }

    /// <summary>The id that this key gives: the first 128 bits of SHA-256 over "kind:value", as 32 hex digits.</summary>
    public PaperId ToId()
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}:{Value}"), hash);
        return new PaperId(Convert.ToHexStringLower(hash[..16]));
    }

    private static string WhatElse(Paper paper)
    {
        var text = TitleKey.Of(
            paper.Abstract.Length > 0
                ? paper.Abstract[..Math.Min(paper.Abstract.Length, 4 * Opening)]
                : string.Join(' ', paper.Authors.Take(3)));
        return text[..Math.Min(text.Length, Opening)];
    }
}

public enum PaperKeyKind
{
    Arxiv,
    Doi,
    Address,
    Title,
    Abstract,
}
