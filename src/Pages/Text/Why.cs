namespace PaperFunctions.Pages.Text;

/// <summary>A reason in its parts. Some name a paper: <c>like 'A Title', which you liked</c>.</summary>
/// <param name="Said">What is before the title, or the whole reason.</param>
/// <param name="Title">Of the paper that it names, without the quotes; null if it names none. It may have been shortened.</param>
/// <param name="Rest">What stands behind the title.</param>
public sealed record Why(string Said, string? Title, string Rest = "")
{
    private const string Ending = "', which you ";

    private static readonly string[] Namings = ["like ", "too close to ", "a step beyond "];

    public static Why Of(string reason)
    {
        foreach (var naming in Namings)
        {
            if (reason.StartsWith($"{naming}'", StringComparison.Ordinal))
            {
                var title = reason[(naming.Length + 1)..];
                var end = title.LastIndexOf(Ending, StringComparison.Ordinal);
                return end < 0 ? new Why(naming, title) : new Why(naming, title[..end], title[(end + 1)..]);
            }
        }

        return new Why(reason, null);
    }
}
