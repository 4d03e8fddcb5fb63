using System.Globalization;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>The SQL of a text score: BM25 of each text table, its columns weighted by the profile, added up; 1 where no term
/// counts.</summary>
/// <param name="With">Tables to compute first; may be empty.</param>
/// <param name="Joins">Joins them to <c>d</c>.</param>
/// <param name="Expression">The score of a row.</param>
internal sealed record TextScore(string With, string Joins, string Expression)
{
    public static TextScore Of(IndexDefinition index, SearchParameters search)
    {
        var tables = search.Match.Terms.Where(table => table.Value.Count > 0).ToList();
        if (tables.Count == 0)
        {
            return new TextScore("", "", "1.0");
        }

        var scores = tables.Select(table => TableScore(index, table.Key, search.Arguments.Add(string.Join(" OR ", table.Value))));
        var joins = tables.Select(table => $"LEFT JOIN s_{table.Key.Name} ON s_{table.Key.Name}.id = d.id");
        var sum = string.Join(" + ", tables.Select(table => $"ifnull(s_{table.Key.Name}.score, 0.0)"));
        return new TextScore($"WITH {string.Join(", ", scores)}", string.Join(' ', joins), $"ifnull(nullif({sum}, 0.0), 1.0)");
    }

    /// <summary>The SQL of the factor that the profile's freshness functions give: each adds a share of its boost. The service does not
    /// publish its curve; this one has the documented shape: full boost for now, none from the end of the duration on.</summary>
    public static string Boost(IndexDefinition index, DateTimeOffset now, SqlArguments arguments)
    {
        var parts = (index.Scoring?.Functions ?? []).Select(function =>
        {
            var column = index.Find(function.FieldName)!.Column;
            var (present, duration) = (arguments.Add(FieldValue.Milliseconds(now)), arguments.Add(function.Duration.TotalMilliseconds));
            var age = $"(({present} - d.\"{column}\") / {duration})";
            var share = function.Quadratic ? $"(1 - {age} * {age})" : $"(1 - {age})";
            return $" + {arguments.Add(function.Boost - 1)} * iif({age} BETWEEN 0 AND 1, {share}, 0)";
        });
        return "1" + string.Concat(parts);
    }

    private static string TableScore(IndexDefinition index, TextTable table, string terms)
    {
        var weights = string.Join(", ", table.Fields.Select(field =>
            (index.Scoring?.Weights.GetValueOrDefault(field.Name, 1.0) ?? 1.0).ToString("0.0###", CultureInfo.InvariantCulture)));
        return $"s_{table.Name}(id, score) AS MATERIALIZED "
            + $"(SELECT rowid, -bm25({table.Name}, {weights}) FROM {table.Name} WHERE {table.Name} MATCH {terms})";
    }
}
