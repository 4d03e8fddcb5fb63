namespace PaperFunctions.LocalTests.Web.Parts;

internal static class Eventually
{
    /// <summary>Looks again until there is something; gives up after a minute.</summary>
    public static async Task<T> Async<T>(Func<Task<T?>> look)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
