using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>
/// The functions of a scoring profile: each multiplies the text score by a number between 1 and its boost. The service does not
/// publish its curve; this one has the documented shape: full boost at the start of the range, none at its end.
/// </summary>
internal static class ScoreBoost
{
    public const string SqlFunction = "score_boost";

    /// <summary>The SQL expression of the final score, from the one of the text score.</summary>
    public static string Sql(IndexDefinition index, ScoringProfile? profile, string score)
    {
        var functions = Counted(profile);
        return functions.Count == 0
            ? score
            : $"({score}) * {SqlFunction}({string.Join(", ", functions.Select(function => $"d.\"{index.Find(function.FieldName)!.Column}\""))})";
    }

    /// <summary>Makes the SQL function known to the connection, for this profile at this moment.</summary>
    public static void Register(SqliteConnection connection, ScoringProfile? profile, DateTimeOffset now)
    {
        var functions = Counted(profile);
        connection.CreateFunction(SqlFunction, (object?[] values) => Combine(profile!.Aggregation, [.. functions.Select((function, i) => Factor(function, values[i], now))]));
    }

    internal static double Factor(ScoringFunction function, object? value, DateTimeOffset now)
    {
        double? number = value switch { long whole => whole, double real => real, _ => null };
        if (number is null)
        {
            return 1;
        }

        var place = function.Type == "freshness" ? Freshness(function, number.Value, now) : Magnitude(function, number.Value);
        return 1 + ((function.Boost - 1) * Shape(function.Interpolation, place));
    }

    private static List<ScoringFunction> Counted(ScoringProfile? profile) =>
        profile?.Functions.Where(function => function.Type is "freshness" or "magnitude").ToList() ?? [];

    /// <summary>1 now, 0 at the end of the duration and outside the range.</summary>
    private static double Freshness(ScoringFunction function, double milliseconds, DateTimeOffset now)
    {
        var share = (now.ToUnixTimeMilliseconds() - milliseconds) / function.BoostingDuration.TotalMilliseconds;
        return share is >= 0 and <= 1 ? 1 - share : 0;
    }

    /// <summary>0 at the start of the range, 1 at its end.</summary>
    private static double Magnitude(ScoringFunction function, double value)
    {
        var width = function.RangeEnd - function.RangeStart;
        var share = width == 0 ? (value >= function.RangeEnd ? 1 : 0) : (value - function.RangeStart) / width;
        return share switch
        {
            < 0 => 0,
            > 1 => function.ConstantBeyondRange ? 1 : 0,
            _ => share,
        };
    }

    /// <summary>The curve from 0 (no boost) to 1 (full boost).</summary>
    private static double Shape(string interpolation, double place) => interpolation switch
    {
        "constant" => place > 0 ? 1 : 0,
        "quadratic" => 1 - ((1 - place) * (1 - place)),
        "logarithmic" => 1 - Math.Log2(2 - place),
        _ => place,
    };

    private static double Combine(string aggregation, List<double> factors) => aggregation switch
    {
        "average" => factors.Average(),
        "minimum" => factors.Min(),
        "maximum" => factors.Max(),
        "firstMatching" => factors.FirstOrDefault(factor => factor != 1, 1),
        _ => 1 + factors.Sum(factor => factor - 1),
    };
}
