using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Colophon.Server.Tests;

/// <summary>Keeps the server's log. Warnings and errors that no test announced are a fault.</summary>
public sealed class ServerLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();
    private readonly ConcurrentBag<string> expected = [];

    public IEnumerable<string> Lines => lines.Select(line => line.Text);

    /// <summary>Lines that hold this text are no fault, whatever their level.</summary>
    public void Expect(string part) => expected.Add(part);

    public void ThrowIfUnannounced()
    {
        var unannounced = lines
            .Where(line => line.Level >= LogLevel.Warning)
            .Where(line => !expected.Any(part => line.Text.Contains(part, StringComparison.Ordinal)))
            .Select(line => line.Text)
            .ToList();
        if (unannounced.Count > 0)
            throw new InvalidOperationException($"The server complained: {string.Join("\n", unannounced)}");
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        // The lines outlive the server: the test reads them after it stopped.
    }

    private sealed class Category(ServerLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                log.lines.Enqueue((logLevel, $"{logLevel} {name}: {formatter(state, exception)} {exception}"));
        }
    }
}
