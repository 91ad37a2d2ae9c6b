using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Colophon.Server.Platform.Hosting;

/// <summary>
/// The figures of the built-in meters and our own as Prometheus text. Counters and gauges as they are; of a histogram its sum and count,
/// which is what rates and averages are made of.
/// </summary>
public sealed class Metrics : IDisposable
{
    // Beyond this many label sets of one instrument nothing more is kept: a bound on memory, not a figure anybody should meet.
    private const int MostSeries = 500;

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
        "Colophon",
    ];

    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> figures = new();
    private readonly MeterListener listener = new();

    public Metrics()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<byte>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<short>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<float>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Note(i, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, series) in figures.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument);
            var kind = KindOf(instrument);
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
            foreach (var (labels, value) in series.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                if (kind == "summary")
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{name}_sum{labels} {value.Sum}\n{name}_count{labels} {value.Count}\n"
                    );
                else
                    text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value.Sum}\n");
        }
        return text.ToString();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = figures.GetOrAdd(
            instrument,
            static _ => new ConcurrentDictionary<string, Series>(StringComparer.Ordinal)
        );
        var labels = LabelsOf(tags);
        if (!all.TryGetValue(labels, out var series))
        {
            if (all.Count >= MostSeries)
                return;
            series = all.GetOrAdd(labels, static _ => new Series());
        }
        series.Note(value, sets: instrument.IsObservable);
    }

    private static string KindOf(Instrument instrument)
    {
        var name = instrument.GetType().Name;
        return name.StartsWith("Histogram", StringComparison.Ordinal) ? "summary"
            : name.Contains("UpDown", StringComparison.Ordinal) || name.Contains("Gauge", StringComparison.Ordinal)
                ? "gauge"
            : "counter";
    }

    private static string NameOf(Instrument instrument)
    {
        var name = new StringBuilder(instrument.Name.Length + 8);
        foreach (var character in instrument.Name)
            name.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        if (instrument.Unit is "s")
            name.Append("_seconds");
        else if (instrument.Unit is "By")
            name.Append("_bytes");
        if (KindOf(instrument) == "counter")
            name.Append("_total");
        return name.ToString();
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var text = new StringBuilder("{");
        foreach (var (name, value) in tags)
        {
            var plain = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            var escaped = plain.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
            text.Append(text.Length > 1 ? "," : "")
                .Append(name.Replace('.', '_'))
                .Append("=\"")
                .Append(escaped)
                .Append('"');
        }
        return text.Append('}').ToString();
    }

    private sealed class Series
    {
        private readonly Lock gate = new();

        public double Sum { get; private set; }

        public long Count { get; private set; }

        public void Note(double value, bool sets)
        {
            lock (gate)
            {
                Sum = sets ? value : Sum + value;
                Count++;
            }
        }
    }
}
