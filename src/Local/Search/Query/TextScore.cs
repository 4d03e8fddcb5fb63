using System.Globalization;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>The SQL of a text score: BM25 of each text table, its columns weighted by the profile, added up; 1 where no term counts.</summary>
/// <param name="With">Tables to compute first; may be empty.</param>
/// <param name="Joins">Joins them to <c>d</c>.</param>
/// <param name="Expression">The score of a row.</param>
internal sealed record TextScore(string With, string Joins, string Expression)
{
    public static TextScore Of(SearchParameters search)
    {
        var tables = search.Match.Tables.Where(pair => search.Match.Terms[pair.Table.Name].Count > 0).ToList();
        if (tables.Count == 0)
        {
            return new TextScore("", "", "1.0");
        }

        var scores = tables.Select(pair => TableScore(search, pair.Table, pair.Columns));
        var joins = tables.Select(pair => $"LEFT JOIN s_{pair.Table.Name} ON s_{pair.Table.Name}.id = d.id");
        var sum = string.Join(" + ", tables.Select(pair => $"ifnull(s_{pair.Table.Name}.score, 0.0)"));
        return new TextScore($"WITH {string.Join(", ", scores)}", string.Join(' ', joins), $"ifnull(nullif({sum}, 0.0), 1.0)");
    }

    private static string TableScore(SearchParameters search, TextTable table, string columns)
    {
        var terms = search.Arguments.Add(string.Join(" OR ", search.Match.Terms[table.Name].Select(term => $"({columns} : {term})")));
        var weights = string.Join(", ", table.Fields.Select(field => Weight(search.Profile, field)));
        return $"s_{table.Name}(id, score) AS MATERIALIZED (SELECT rowid, -bm25({table.Name}, {weights}) FROM {table.Name} WHERE {table.Name} MATCH {terms})";
    }

    private static string Weight(ScoringProfile? profile, FieldDefinition field) =>
        (profile?.Weights.GetValueOrDefault(field.Name, 1.0) ?? 1.0).ToString("0.0###", CultureInfo.InvariantCulture);
}
