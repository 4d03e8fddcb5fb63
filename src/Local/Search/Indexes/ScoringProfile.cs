using System.Text.Json.Nodes;
using System.Xml;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>Field weights and functions that change the order of results.</summary>
internal sealed record ScoringProfile(string Name, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<ScoringFunction> Functions, string Aggregation)
{
    public static ScoringProfile Parse(JsonObject json) => new(
        json["name"]?.GetValue<string>() ?? "",
        json["text"]?["weights"]?.AsObject().ToDictionary(pair => pair.Key, pair => Number(pair.Value)) ?? [],
        json["functions"]?.AsArray().Select(node => ScoringFunction.Parse(node!.AsObject())).ToList() ?? [],
        json["functionAggregation"]?.GetValue<string>() ?? "sum");

    internal static double Number(JsonNode? node) => node is null ? 0 : node.GetValue<double>();
}

/// <summary>One function of a profile. <c>freshness</c> and <c>magnitude</c> count; <c>tag</c> and <c>distance</c> are only kept.</summary>
internal sealed record ScoringFunction(string Type, string FieldName, double Boost, string Interpolation)
{
    /// <summary>Of freshness: the age at which the boost ends; negative: for dates to come.</summary>
    public TimeSpan BoostingDuration { get; init; }

    /// <summary>Of magnitude.</summary>
    public double RangeStart { get; init; }

    /// <summary>Of magnitude; may be below the start.</summary>
    public double RangeEnd { get; init; }

    public bool ConstantBeyondRange { get; init; }

    public static ScoringFunction Parse(JsonObject json) => new(
        json["type"]?.GetValue<string>() ?? "",
        json["fieldName"]?.GetValue<string>() ?? "",
        ScoringProfile.Number(json["boost"]),
        json["interpolation"]?.GetValue<string>() ?? "linear")
    {
        BoostingDuration = json["freshness"]?["boostingDuration"] is { } duration ? XmlConvert.ToTimeSpan(duration.GetValue<string>()) : TimeSpan.Zero,
        RangeStart = ScoringProfile.Number(json["magnitude"]?["boostingRangeStart"]),
        RangeEnd = ScoringProfile.Number(json["magnitude"]?["boostingRangeEnd"]),
        ConstantBeyondRange = json["magnitude"]?["constantBoostBeyondRange"]?.GetValue<bool>() ?? false,
    };
}
