using System.Text.Json.Nodes;
using System.Xml;

namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>Field weights and freshness functions that change the order of results.</summary>
internal sealed record ScoringProfile(string Name, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<Freshness> Functions)
{
    public static ScoringProfile Parse(JsonObject json) => new(
        json["name"]?.GetValue<string>() ?? "",
        json["text"]?["weights"]?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<double>()) ?? [],
        json["functions"]?.AsArray().Select(node => Freshness.Parse(node!.AsObject())).ToList() ?? []);
}

/// <summary>A function that lifts documents with a recent date.</summary>
/// <param name="Boost">The factor for a date of this moment.</param>
/// <param name="Duration">The age at which the boost ends.</param>
/// <param name="Quadratic">True: the boost falls slowly at first. False: it falls evenly.</param>
internal sealed record Freshness(string FieldName, double Boost, TimeSpan Duration, bool Quadratic)
{
    /// <exception cref="SearchRequestException">The emulator does not know the function, or its sum or its shape.</exception>
    public static Freshness Parse(JsonObject json)
    {
        var (type, shape) = (json["type"]?.GetValue<string>(), json["interpolation"]?.GetValue<string>() ?? "linear");
        if (type != "freshness" || shape is not ("linear" or "quadratic"))
        {
            throw SearchRequestException.Invalid(
                "index", $"The scoring function '{type}' ({shape}) is not known here: this emulator knows freshness, linear or quadratic.");
        }

        return new Freshness(
            json["fieldName"]?.GetValue<string>() ?? "",
            json["boost"]!.GetValue<double>(),
            XmlConvert.ToTimeSpan(json["freshness"]?["boostingDuration"]?.GetValue<string>() ?? "PT0S"),
            shape == "quadratic");
    }
}
