using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>The service refuses an address that is listed twice: repetitions are left out.</summary>
internal sealed class DistinctAddressesConverter : JsonConverter<List<EmailAddress>>
{
    public override List<EmailAddress> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Messages are only written.");

    public override void Write(Utf8JsonWriter writer, List<EmailAddress> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Distinct(), options);
}
