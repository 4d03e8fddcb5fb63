using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Http;

/// <summary>The service's counters; quotas that a file on disk doesn't have are null.</summary>
internal static class ServiceStatistics
{
    public static JsonObject Of(IndexCatalog catalog) => new()
    {
        ["counters"] = new JsonObject
        {
            ["documentCount"] = Counter(catalog.All.Sum(file => file.Count())),
            ["indexesCount"] = Counter(catalog.All.Count),
            ["indexersCount"] = Counter(0),
            ["dataSourcesCount"] = Counter(0),
            ["storageSize"] = Counter(catalog.All.Sum(file => file.Size)),
            ["synonymMaps"] = Counter(0),
            ["skillsetCount"] = Counter(0),
            ["vectorIndexSize"] = Counter(0),
        },
        ["limits"] = new JsonObject
        {
            ["maxFieldsPerIndex"] = 1000,
            ["maxFieldNestingDepthPerIndex"] = 1,
            ["maxComplexCollectionFieldsPerIndex"] = 0,
            ["maxComplexObjectsInCollectionsPerDocument"] = 0,
        },
    };

    private static JsonObject Counter(long usage) => new() { ["usage"] = usage, ["quota"] = null };
}
