using System.Globalization;

namespace Colophon.Bench;

/// <summary>The figures of a run beside what they must be.</summary>
internal sealed class QueueBenchTable
{
    private readonly List<(string What, double Value, string Unit, QueueBenchLimit Limit, string Note)> lines = [];

    public bool AllMet => lines.TrueForAll(l => l.Limit.IsMet(l.Value));

    public void Add(string what, double value, string unit, QueueBenchLimit limit, string note) =>
        lines.Add((what, value, unit, limit, note));

    public void Print(TextWriter output)
    {
        foreach (var (what, value, unit, limit, note) in lines)
        {
            var figure = value.ToString(value >= 100 ? "N0" : "0.00", CultureInfo.InvariantCulture);
            var verdict = limit.IsMet(value) ? "ok" : "MISSED";
            output.WriteLine($"{what, -34} {figure, 10} {unit, -7} {limit, -14} {verdict, -7} {note}");
        }
    }
}

/// <summary>A figure that must be reached or not be passed.</summary>
internal readonly record struct QueueBenchLimit(double Value, int Direction)
{
    public static QueueBenchLimit AtLeast(double value) => new(value, 1);

    public static QueueBenchLimit AtMost(double value) => new(value, -1);

    public bool IsMet(double value) => Math.Sign(value - Value) is var sign && (sign == 0 || sign == Direction);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"must {(Direction > 0 ? ">=" : "<=")} {Value:N0}");
}
