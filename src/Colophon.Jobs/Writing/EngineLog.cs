using Microsoft.Extensions.Logging;

namespace Colophon.Jobs.Writing;

/// <summary>What the engine tells the log.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The result of {Type} job {Id} cannot be stored")]
    public static partial void BadResult(this ILogger logger, Exception error, string type, long id);

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "{Type} job {Id} met another node's write and is stored again: {Why}"
    )]
    public static partial void Contention(this ILogger logger, string type, long id, string why);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The failure of {Type} job {Id} was stored without its consequences"
    )]
    public static partial void BadStep(this ILogger logger, Exception error, string type, long id);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The end of waiting or lost jobs was stored without its consequences"
    )]
    public static partial void BadKeeping(this ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A job cannot be started")]
    public static partial void BadStart(this ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The engine pauses ({Code}): {Message}")]
    public static partial void Trouble(this ILogger logger, string code, string message, Exception error);
}
