namespace PaperFunctions.Emulators.Azurite;

/// <summary>The storage emulator could not be found, installed or started; the message says in one sentence what to do.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
