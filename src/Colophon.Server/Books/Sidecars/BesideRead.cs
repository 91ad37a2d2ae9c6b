using Colophon.Formats;
using Colophon.Server.Catalog;

namespace Colophon.Server.Books.Sidecars;

/// <summary>What the files beside a book or one of its files say.</summary>
internal sealed class BesideRead
{
    public List<DocumentRead> Documents { get; } = [];

    public KeptEdits? Edits { get; set; }

    public List<Finding> Findings { get; } = [];
}
