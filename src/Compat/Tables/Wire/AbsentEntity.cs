namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a question for a row that is not there.</summary>
internal sealed class AbsentEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("The row does not exist; look at HasValue first.");

    public override Response GetRawResponse() => response;
}
