namespace PaperFunctions.Local.Azurite;

/// <summary>The few lines of script that start Azurite and tie its life to ours.</summary>
/// <remarks>
/// Azurite's standard input is a pipe that only our process holds the other end of. The system closes it when we end in any
/// way, SIGKILL and crashes included, and Azurite then writes out its data and leaves. Nothing is ever sent through it.
/// An interrupt from the terminal reaches the whole group of processes; Azurite is kept from acting on it, because running
/// functions still need storage while we stop in order.
/// </remarks>
internal static class AzuriteGuard
{
    public const string Script = """
        const once = process.once;
        process.once = function (name, ...rest) { return once.call(this, name === 'SIGINT' ? 'leave' : name, ...rest); };
        process.on('SIGINT', () => {});
        const leave = () => { process.emit('leave'); setTimeout(() => process.exit(1), 8000).unref(); };
        process.stdin.on('end', leave).on('error', leave).resume();
        process.stdout.on('error', () => {});
        process.stderr.on('error', () => {});
        require(process.argv[1]);
        """;
}
