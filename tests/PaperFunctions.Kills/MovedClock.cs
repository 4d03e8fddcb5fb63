using System.Globalization;

namespace PaperFunctions.Kills;

/// <summary>The machine's clock, moved ahead by the seconds that a file holds. The storage emulator's clock is moved by the same file,
/// through a script that node loads first.</summary>
internal sealed class MovedClock(string folder) : TimeProvider
{
    private const int LookEvery = 50; // milliseconds

    private readonly string _file = FileOf(folder);
    private long _looked = -LookEvery - 1;
    private TimeSpan _ahead;

    public static string ScriptOf(string folder) => Path.Combine(folder, "clock.js");

    private static string FileOf(string folder) => Path.Combine(folder, "clock.txt");

    public override DateTimeOffset GetUtcNow()
    {
        if (Environment.TickCount64 - _looked > LookEvery)
        {
            (_ahead, _looked) = (Read(), Environment.TickCount64);
        }

        return base.GetUtcNow() + _ahead;
    }

    /// <summary>Writes the file and the script.</summary>
    public static void Set(string folder, TimeSpan ahead)
    {
        var next = FileOf(folder) + ".next";
        File.WriteAllText(next, ((long)ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        File.Move(next, FileOf(folder), overwrite: true);
        File.WriteAllText(ScriptOf(folder), Script);
    }

    private TimeSpan Read() => TimeSpan.FromSeconds(long.Parse(File.ReadAllText(_file), CultureInfo.InvariantCulture));

    private const string Script = """
        const file = require('path').join(__dirname, 'clock.txt');
        const read = () => Number(require('fs').readFileSync(file, 'utf8')) * 1000;
        const real = Date;
        let looked = 0, ahead = 0;
        const now = () => {
            const at = real.now();
            if (at - looked > 50) { looked = at; ahead = read(); }
            return at + ahead;
        };
        globalThis.Date = new Proxy(real, {
            construct: (target, args, made) => Reflect.construct(target, args.length ? args : [now()], made),
            apply: () => new real(now()).toString(),
            get: (target, name) => name === 'now' ? now : Reflect.get(target, name),
        });
        """;
}
