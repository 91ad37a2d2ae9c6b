namespace Colophon.Jobs.Working;

/// <summary>How long jobs of each type take a reader of this process, the latest counting most. Not thread-safe.</summary>
internal sealed class JobTimes
{
    /// <summary>Milliseconds of a type that was never met.</summary>
    public const double Unknown = 20;

    private const double Least = 0.01;
    private const double Weight = 0.1;

    private readonly Dictionary<string, double> byType = new(StringComparer.Ordinal);

    public void Note(string type, TimeSpan took) =>
        byType[type] = (MillisecondsOf(type) * (1 - Weight)) + (Math.Max(took.TotalMilliseconds, Least) * Weight);

    public double MillisecondsOf(string type) => byType.GetValueOrDefault(type, Unknown);
}
