using System.Buffers;
using System.Text;
using System.Xml;

namespace Colophon.Formats.Xml;

/// <summary>Reads the text of an element, bounded however long it is in the document.</summary>
internal static class ElementText
{
    private const int Chunk = 2048;

    /// <summary>
    /// The text within the element the reader stands on, tags left out, at most <paramref name="limit"/> characters and
    /// never cut within one. The reader ends on the element's end.
    /// </summary>
    /// <param name="cut">True when there was more.</param>
    public static string Read(XmlReader reader, int limit, CancellationToken cancellationToken, out bool cut)
    {
        cut = false;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        int depth = reader.Depth;
        char[] buffer = ArrayPool<char>.Shared.Rent(Chunk);
        StringBuilder? longer = null;
        int length = 0;
        try
        {
            while (TolerantXml.Advance(reader, cancellationToken) && reader.Depth > depth)
            {
                if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                {
                    Append(" ", buffer, ref length, ref longer); // tags separate words
                    continue;
                }

                int read;
                while (
                    length + (longer?.Length ?? 0) <= limit
                    && (read = reader.ReadValueChunk(buffer, length, buffer.Length - length)) > 0
                )
                {
                    length += read;
                    Spill(buffer, ref length, ref longer);
                }
            }

            return Take(buffer, length, longer, limit, out cut);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Passes over the element the reader stands on, to its end.</summary>
    public static void Skip(XmlReader reader, CancellationToken cancellationToken)
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (TolerantXml.Advance(reader, cancellationToken) && reader.Depth > depth) { }
    }

    private static void Append(string text, char[] buffer, ref int length, ref StringBuilder? longer)
    {
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
        Spill(buffer, ref length, ref longer);
    }

    private static void Spill(char[] buffer, ref int length, ref StringBuilder? longer)
    {
        if (length == buffer.Length)
        {
            longer ??= new StringBuilder(buffer.Length * 2);
            longer.Append(buffer, 0, length);
            length = 0;
        }
    }

    private static string Take(char[] buffer, int length, StringBuilder? longer, int limit, out bool cut)
    {
        cut = length + (longer?.Length ?? 0) > limit;
        if (longer is null && !cut)
        {
            return new string(buffer, 0, length);
        }

        StringBuilder text = (longer ?? new StringBuilder()).Append(buffer, 0, length);
        if (cut)
        {
            text.Length = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        }

        return text.ToString();
    }
}
