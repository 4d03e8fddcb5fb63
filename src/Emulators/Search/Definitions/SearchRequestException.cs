namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>A request that the service refuses, with the status, code and message of the real one's answer.</summary>
internal sealed class SearchRequestException(int status, string code, string message, string? detailCode = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The code of the entry in <c>details</c>; null for an answer without details.</summary>
    public string? DetailCode { get; } = detailCode;

    /// <summary>A parameter of a query is wrong.</summary>
    public static SearchRequestException Parameter(string name, string message, string? detailCode = null) =>
        new(400, "InvalidRequestParameter", $"{message}\r\nParameter name: {name}", detailCode);

    /// <summary>The body does not fit the model: <paramref name="part"/> is <c>index</c>, <c>actions</c> or <c>parameters</c>.</summary>
    public static SearchRequestException Invalid(string part, string message) =>
        new(400, "", $"The request is invalid. Details: {part} : {message}\r\n");
}
