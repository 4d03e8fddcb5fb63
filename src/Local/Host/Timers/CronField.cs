using System.Globalization;

namespace PaperFunctions.Local.Host.Timers;

/// <summary>One field of a schedule: a set of values, at most 0 to 59, kept as bits.</summary>
internal readonly record struct CronField(ulong Bits)
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];
    private static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    public bool Has(int value) => (Bits >> value & 1) != 0;

    /// <summary>The smallest value that is at least the given one, or null.</summary>
    public int? From(int value)
    {
        var rest = value > 63 ? 0 : Bits >> value << value;
        return rest == 0 ? null : System.Numerics.BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>Reads <c>*</c>, <c>7</c>, <c>MON-FRI</c>, <c>1,15</c>, <c>*/5</c>, <c>10-40/10</c>, <c>5/20</c> and lists of these.</summary>
    /// <exception cref="FormatException">One sentence about the part that is wrong.</exception>
    public static CronField Parse(string text, CronFieldKind kind)
    {
        var bits = 0UL;
        foreach (var item in text.Split(','))
        {
            var (first, last, step) = Item(item, kind);
            for (var value = first; value <= last; value += step)
            {
                bits |= 1UL << value;
            }
        }

        return new CronField(bits);
    }

    private static (int First, int Last, int Step) Item(string item, CronFieldKind kind)
    {
        var slash = item.IndexOf('/', StringComparison.Ordinal);
        var range = slash < 0 ? item : item[..slash];
        var step = 1;
        if (slash >= 0 && (!int.TryParse(item.AsSpan(slash + 1), NumberStyles.None, null, out step) || step < 1))
        {
            throw new FormatException($"'{item}' in the {kind.Name} has no step of 1 or more after the slash.");
        }

        if (range == "*")
        {
            return (kind.Min, kind.Max, step);
        }

        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var first = Value(dash < 0 ? range : range[..dash], item, kind);
        var last = dash >= 0 ? Value(range[(dash + 1)..], item, kind) : slash >= 0 ? kind.Max : first;
        return first <= last ? (first, last, step) : throw new FormatException($"'{item}' in the {kind.Name} runs backwards.");
    }

    private static int Value(string text, string item, CronFieldKind kind)
    {
        if (int.TryParse(text, NumberStyles.None, null, out var number) && number >= kind.Min && number <= kind.Max)
        {
            return number;
        }

        var named = kind == CronFieldKind.Month ? Named(Months, text) + 1 : kind == CronFieldKind.DayOfWeek ? Named(Days, text) : null;
        return named ?? throw new FormatException($"'{item}' in the {kind.Name} is not within {kind.Min} to {kind.Max}{(kind.HasNames ? " or a name" : "")}.");
    }

    // MON and Monday alike; shorter beginnings could mean two things.
    private static int? Named(string[] names, string text) =>
        text.Length >= 3 && Array.FindIndex(names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index : null;
}

/// <param name="Name">For error sentences.</param>
internal sealed record CronFieldKind(string Name, int Min, int Max, bool HasNames = false)
{
    public static CronFieldKind Second { get; } = new("seconds", 0, 59);

    public static CronFieldKind Minute { get; } = new("minutes", 0, 59);

    public static CronFieldKind Hour { get; } = new("hours", 0, 23);

    public static CronFieldKind Day { get; } = new("day of the month", 1, 31);

    public static CronFieldKind Month { get; } = new("month", 1, 12, HasNames: true);

    /// <summary>0 is Sunday.</summary>
    public static CronFieldKind DayOfWeek { get; } = new("day of the week", 0, 6, HasNames: true);
}
