using System.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Xml;

/// <summary>How a document could be read.</summary>
internal enum XmlOutcome
{
    /// <summary>As it stands.</summary>
    WellFormed,

    /// <summary>After a repair of one of the mistakes that are common.</summary>
    Repaired,

    /// <summary>Not at all.</summary>
    Malformed,

    /// <summary>It uses entities it defines itself.</summary>
    DefinesEntities,
}

/// <summary>
/// Reads XML forward, first as it stands, then once more with the common mistakes repaired (<see cref="XmlRepair"/>).
/// A DOCTYPE is passed over, no entity is expanded, nothing outside the document is opened, and depth is bounded.
/// </summary>
internal static class TolerantXml
{
    /// <summary>Elements within elements that are still read; a package has five.</summary>
    public const int MaxDepth = 256;

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = false,
        CloseInput = false,
    };

    /// <summary>Calls <paramref name="parse"/> with a reader, and a second time with one over the repaired document.</summary>
    public static XmlOutcome Read<T>(PooledBytes document, Func<XmlReader, T> parse, out T? result, out string? mistake)
        where T : class
    {
        try
        {
            using XmlReader reader = XmlReader.Create(document.AsStream(), _settings);
            result = parse(reader);
            mistake = null;
            return XmlOutcome.WellFormed;
        }
        catch (XmlException e)
        {
            mistake = e.Message;
        }

        return Repair(document, parse, out result, ref mistake);
    }

    /// <summary>Moves on; throws <see cref="XmlException"/> where elements are nested too deep.</summary>
    public static bool Advance(XmlReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!reader.Read())
        {
            return false;
        }

        return reader.Depth <= MaxDepth ? true : throw new XmlException("Elements are nested too deep.");
    }

    private static XmlOutcome Repair<T>(
        PooledBytes document,
        Func<XmlReader, T> parse,
        out T? result,
        ref string? mistake
    )
        where T : class
    {
        result = null;
        string text = XmlRepair.Decode(document.Span);
        if (XmlRepair.DefinesEntities(text))
        {
            return XmlOutcome.DefinesEntities;
        }

        try
        {
            using XmlReader reader = XmlReader.Create(
                new StringReader(XmlRepair.Repair(text)),
                _settings,
                XmlRepair.KnownPrefixes()
            );
            result = parse(reader);
            return XmlOutcome.Repaired;
        }
        catch (XmlException e)
        {
            mistake = e.Message;
            return XmlOutcome.Malformed;
        }
    }
}
