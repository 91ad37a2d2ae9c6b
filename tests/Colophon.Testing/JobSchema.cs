using Colophon.Jobs;

namespace Colophon.Testing;

/// <summary>The tables of the job engine, as its migrations make them.</summary>
public static class JobSchema
{
    /// <param name="dialect"><c>sqlite</c> or <c>postgres</c>.</param>
    public static string Text(string dialect)
    {
        var assembly = typeof(Worker).Assembly;
        return string.Concat(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith($".{dialect}.sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                })
        );
    }
}
