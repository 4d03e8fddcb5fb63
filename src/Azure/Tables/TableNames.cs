namespace PaperFunctions.Azure.Tables;

/// <summary>The tables; see the design's "Rows" for their keys.</summary>
public static class TableNames
{
    public const string Papers = "Papers";
    public const string Arrivals = "Arrivals";
    public const string Digests = "Digests";
    public const string Entries = "Entries";
    public const string Subscribers = "Subscribers";
    public const string Addresses = "Addresses";
    public const string Due = "Due";
    public const string Deliveries = "Deliveries";
    public const string Votes = "Votes";
    public const string MailEvents = "MailEvents";
    public const string Sources = "Sources";
    public const string LookUps = "LookUps";
    public const string Imports = "Imports";
    public const string MailCounts = "MailCounts";

    public static IReadOnlyList<string> All { get; } =
        [Papers, Arrivals, Digests, Entries, Subscribers, Addresses, Due, Deliveries, Votes, MailEvents, Sources, LookUps, Imports,
            MailCounts];
}
