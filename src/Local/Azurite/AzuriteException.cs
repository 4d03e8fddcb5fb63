namespace PaperFunctions.Local.Azurite;

/// <summary>The storage emulator could not be found, installed or started; the message is one sentence that says what to do.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
