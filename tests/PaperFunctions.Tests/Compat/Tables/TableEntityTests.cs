using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void A_missing_property_is_null_in_every_type()
    {
        var row = new TableEntity();
        Assert.Null(row["X"]);
        Assert.Null(row.GetString("X"));
        Assert.Null(row.GetInt32("X"));
        Assert.Null(row.GetInt64("X"));
        Assert.Null(row.GetDouble("X"));
        Assert.Null(row.GetBoolean("X"));
        Assert.Null(row.GetGuid("X"));
        Assert.Null(row.GetBinary("X"));
        Assert.Null(row.GetBinaryData("X"));
        Assert.Null(row.GetDateTime("X"));
        Assert.Null(row.GetDateTimeOffset("X"));
        Assert.Equal(default, row.ETag);
    }

    [Fact]
    public void A_property_of_another_type_is_an_error()
    {
        var row = new TableEntity { ["N"] = 1 };
        Assert.Throws<InvalidOperationException>(() => row.GetInt64("N"));
        Assert.Throws<InvalidOperationException>(() => row.GetString("N"));
    }

    [Fact]
    public void An_int_keeps_the_wider_type_that_was_there()
    {
        var row = new TableEntity { ["L"] = 1L, ["D"] = 1.5, ["S"] = "s" };
        (row["L"], row["D"], row["S"]) = (2, 2, 2);
        Assert.Equal((2L, 2.0, 2), (row.GetInt64("L"), row.GetDouble("D"), row.GetInt32("S")));
    }

    [Fact]
    public void A_row_is_a_dictionary_with_its_keys_inside()
    {
        var row = new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "p", ["A"] = 1 }) { RowKey = "r" };
        row.Add("B", "b");
        Assert.Equal(("p", "r", 4), (row.PartitionKey, row.RowKey, row.Count));
        Assert.True(row.TryGetValue("A", out var a) && row.ContainsKey("B"));
        Assert.Equal(1, a);
        Assert.True(row.Remove("A"));
        Assert.Equal(["PartitionKey", "RowKey", "B"], row.Select(property => property.Key));
        row.ETag = ETag.All;
        Assert.Equal("*", row["odata.etag"]);
        row.Clear();
        Assert.Empty(row);
    }
}
