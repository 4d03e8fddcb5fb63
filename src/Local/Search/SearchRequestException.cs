namespace PaperFunctions.Local.Search;

/// <summary>A request that the service refuses, as the status, code and message that the real one answers.</summary>
internal sealed class SearchRequestException(int status, string code, string message, string? detailCode = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Code of the entry in <c>details</c>; null: the answer has no details.</summary>
    public string? DetailCode { get; } = detailCode;

    /// <summary>A parameter of a query is wrong.</summary>
    public static SearchRequestException Parameter(string name, string message, string? detailCode = null) =>
        new(400, "InvalidRequestParameter", $"{message}\r\nParameter name: {name}", detailCode);

    /// <summary>The body doesn't fit the model: <paramref name="part"/> is <c>index</c>, <c>actions</c> or <c>parameters</c>.</summary>
    public static SearchRequestException Invalid(string part, string message) =>
        new(400, "", $"The request is invalid. Details: {part} : {message}\r\n");

    public static SearchRequestException NoIndex(string name, string service) =>
        new(404, "", $"No index with the name '{name}' was found in the service '{service}'.");
}
