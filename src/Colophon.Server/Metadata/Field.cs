namespace Colophon.Server.Metadata;

/// <summary>What a field holds. A field name has one type in all kinds, so that stored JSON needs no type in it.</summary>
public enum FieldType
{
    Text,
    Number,
    Date,
    Flag,
    Names,
    People,
    Series,
    Identifiers,
    Chapters,
    Ratings,
}

/// <summary>Whether the item has the field or each of its files.</summary>
public enum FieldLevel
{
    Item,
    File,
}

/// <summary>Whether a person may write the field.</summary>
public enum FieldEdit
{
    Editable,
    ReadOnly,
}

/// <summary>Whether a person may clear the field.</summary>
public enum FieldPresence
{
    Optional,
    Required,
}

/// <summary>What a text may look like.</summary>
public enum TextRule
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Lines and paragraphs, perhaps with a little HTML.</summary>
    Paragraphs,

    /// <summary>A BCP 47 tag.</summary>
    Language,

    /// <summary>An absolute http or https address.</summary>
    Address,
}

/// <summary>One row of the field table (<see cref="Fields"/>).</summary>
/// <param name="MaxLength">Of a text, or of each name in a list, in UTF-16 units.</param>
public sealed record Field(
    string Name,
    FieldType Type,
    FieldLevel Level,
    IReadOnlySet<string> Kinds,
    FieldEdit Edit = FieldEdit.Editable,
    int MaxLength = 500
)
{
    public FieldPresence Presence { get; init; } = FieldPresence.Optional;

    public TextRule Rule { get; init; } = TextRule.Line;

    /// <summary>At most this many entries in a list; chapters are counted with their children.</summary>
    public int MaxEntries { get; init; } = 1000;

    /// <summary>The role of a credit that names none.</summary>
    public string DefaultRole { get; init; } = "author";

    /// <summary>The types of identifiers that a person may name; empty where any word may be one.</summary>
    public IReadOnlyList<string> IdentifierTypes { get; init; } = [];

    /// <summary>The field of a file's own document that speaks for this one when the document has it not.</summary>
    public string? StandIn { get; init; }

    /// <summary>The field this one is made from when no source says anything about it.</summary>
    public string? DerivedFrom { get; init; }

    public override string ToString() => Name;
}
