using System.Globalization;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>A search text as SQL over the text tables. Each word, prefix or phrase is one look-up in FTS5; the operators between them are
/// SQL's. Words that are asked for count for the score and are highlighted; words after a minus are not.</summary>
internal sealed class TextMatch
{
    private readonly bool _all;
    private readonly SqlArguments _arguments;
    private readonly List<FieldDefinition> _keywords;
    private readonly Dictionary<TextTable, List<string>> _terms;

    private TextMatch(IndexDefinition index, bool all, SqlArguments arguments)
    {
        (_all, _arguments) = (all, arguments);
        _keywords = [.. index.Searchable.Where(field => Analyzers.KindOf(field) == TextKind.Keyword)];
        _terms = IndexSchema.SearchTables(index).ToDictionary(table => table, _ => new List<string>());
    }

    /// <summary>The condition on <c>d</c>, the table of documents.</summary>
    public string Condition { get; private set; } = "1";

    /// <summary>FTS5 phrases that raise the score, by text table.</summary>
    public IReadOnlyDictionary<TextTable, List<string>> Terms => _terms;

    public static TextMatch Compile(IndexDefinition index, string? search, bool all, SqlArguments arguments)
    {
        var match = new TextMatch(index, all, arguments);
        var node = SimpleQueryParser.Parse(search, all);
        match.Condition = (node is null ? null : match.Sql(node, counts: true)) ?? "0";
        return match;
    }

    private string? Sql(QueryNode node, bool counts) => node switch
    {
        AllDocuments => "1",
        Leaf leaf => LeafSql(leaf, counts),
        Both both => Joined(both.Parts, " AND ", counts),
        Either either => Joined(either.Parts, " OR ", counts),
        Not not when Sql(not.Part, counts: false) is { } part => $"NOT {part}",
        _ => null,
    };

    private string? Joined(IReadOnlyList<QueryNode> parts, string with, bool counts)
    {
        var sql = parts.Select(part => Sql(part, counts)).OfType<string>().ToList();
        return sql.Count == 0 ? null : Balanced(sql, with);
    }

    /// <summary>Joins halves with halves: SQLite limits how deep an expression may be, and a chain is as deep as it is long.</summary>
    private static string Balanced(List<string> sql, string with) => sql.Count == 1
        ? sql[0]
        : $"({Balanced([.. sql.Take(sql.Count / 2)], with)}{with}{Balanced([.. sql.Skip(sql.Count / 2)], with)})";

    /// <summary>Null if no field's analyzer leaves anything of the word, as with a stop word.</summary>
    private string? LeafSql(Leaf leaf, bool counts)
    {
        var anywhere = new List<string>();
        foreach (var (table, counted) in _terms)
        {
            var terms = FtsText.Terms(leaf, table.Kind);
            if (terms.Count == 0)
            {
                continue;
            }

            if (counts)
            {
                counted.AddRange(terms);
            }

            var look = terms.Select(term => $"d.id IN (SELECT rowid FROM {table.Name} WHERE {table.Name} MATCH {_arguments.Add(term)})");
            anywhere.Add($"({string.Join(_all ? " AND " : " OR ", look)})");
        }

        anywhere.AddRange(_keywords.Select(field => KeywordSql(field, leaf)));
        return anywhere.Count == 0 ? null : $"({string.Join(" OR ", anywhere)})";
    }

    /// <summary>The keyword analyzer keeps the whole value as one term.</summary>
    private string KeywordSql(FieldDefinition field, Leaf leaf)
    {
        var value = _arguments.Add(leaf.Text);
        var length = leaf.Text.Length.ToString(CultureInfo.InvariantCulture);
        string Test(string column) => leaf.Kind == LeafKind.Prefix ? $"substr({column}, 1, {length}) = {value}" : $"{column} = {value}";
        return field.IsCollection
            ? $"EXISTS (SELECT 1 FROM json_each(d.\"{field.Column}\") x WHERE {Test("x.value")})"
            : $"ifnull({Test($"d.\"{field.Column}\"")}, 0)";
    }
}
