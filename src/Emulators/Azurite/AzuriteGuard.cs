namespace PaperFunctions.Emulators.Azurite;

/// <summary>The few lines of script that start Azurite and make it end when we do.</summary>
/// <remarks>
/// Azurite's standard input is a pipe, and only our process holds the other end. The system closes it however we end, crashes and SIGKILL
/// included; Azurite then writes out its data and exits. Nothing is ever sent through the pipe.
/// Ctrl+C in a terminal reaches all processes at once. The script keeps it from Azurite, because functions that are still running need
/// storage until they have ended.
/// For a single row Azurite goes through all rows of its partition, for each row of a large digest through all that came before. The script
/// lets it start from the rarer of the two keys; what it finds is the same.
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
        const { Collection } = require(require.resolve('lokijs', { paths: [process.argv[1]] }));
        const findOne = Collection.prototype.findOne;
        const rows = (table, key, value) => { const [from, to] = table.calculateRange('$eq', key, value); return to - from; };
        Collection.prototype.findOne = function (query) {
            const { PartitionKey, RowKey } = query ?? {};
            const rarer = PartitionKey !== undefined && RowKey !== undefined && this.data.length > 0
                && rows(this, 'RowKey', RowKey) < rows(this, 'PartitionKey', PartitionKey);
            return findOne.call(this, rarer ? { RowKey, ...query } : query);
        };
        require(process.argv[1]);
        """;
}
