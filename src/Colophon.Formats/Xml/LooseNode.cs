namespace Colophon.Formats.Xml;

/// <summary>What a piece of a loose document is.</summary>
internal enum LooseKind
{
    /// <summary>Characters with entities in them.</summary>
    Text,

    /// <summary>A CDATA section.</summary>
    Data,

    /// <summary>A comment or a processing instruction.</summary>
    Note,

    /// <summary>An element.</summary>
    Element,
}

/// <summary>A piece of a document and where it stands in the text: the writer changes some pieces and leaves the others.</summary>
internal class LooseNode(LooseKind kind, int start)
{
    public LooseKind Kind { get; } = kind;

    public int Start { get; } = start;

    /// <summary>Behind its last character.</summary>
    public int End { get; set; } = start;
}
