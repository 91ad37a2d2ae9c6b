using Colophon.Formats.Text;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Epub;

/// <summary>Builds the chapters while a table of contents is read forward. Bounded in number and in depth.</summary>
/// <param name="document">Path of the document that holds the table, to which its references are relative.</param>
internal sealed class ChapterTree(string document)
{
    private const int MaxChapters = 10_000;
    private const int MaxDepth = 16;
    private const int TitleLimit = 1_000;

    private readonly Node _root = new();
    private readonly Stack<Node> _open = new();
    private int _count;

    /// <summary>True when there were more than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Begins an entry within the open one.</summary>
    public void Open() => _open.Push(new Node());

    /// <summary>Of several titles or references of one entry the first counts.</summary>
    public void Describe(string? title, string? href)
    {
        if (_open.TryPeek(out Node? node))
        {
            node.Title = node.Title.Length > 0 ? node.Title : CleanText.Line(title, TitleLimit);
            node.Href ??= href is null ? null : Resolve(href);
        }
    }

    /// <summary>Ends the open entry. One without a title gives its children to its parent; what is too deep goes up.</summary>
    public void Close()
    {
        if (!_open.TryPop(out Node? node))
        {
            return;
        }

        Node parent = _open.TryPeek(out Node? above) ? above : _root;
        if (node.Title.Length > 0 && _open.Count < MaxDepth)
        {
            Add(parent, node);
        }
        else
        {
            if (node.Title.Length > 0)
            {
                Add(parent, new Node { Title = node.Title, Href = node.Href });
            }

            parent.Children.AddRange(node.Children);
        }
    }

    public IReadOnlyList<EpubChapter> Finish()
    {
        while (_open.Count > 0)
        {
            Close();
        }

        return Chapters(_root);
    }

    private void Add(Node parent, Node child)
    {
        if (_count == MaxChapters)
        {
            IsCut = true;
            return;
        }

        _count++;
        parent.Children.Add(child);
    }

    private string? Resolve(string href)
    {
        int hash = href.IndexOf('#');
        string fragment = hash < 0 ? "" : href[hash..];
        string path = hash < 0 ? href : href[..hash];
        string? target = path.Length == 0 ? document : ZipPath.Resolve(document, path);
        return target is null ? null : CleanText.Line(target + Uri.UnescapeDataString(fragment), 4096);
    }

    private static List<EpubChapter> Chapters(Node node) =>
        [.. node.Children.Select(child => new EpubChapter(child.Title, child.Href, Chapters(child)))];

    private sealed class Node
    {
        public string Title { get; set; } = "";

        public string? Href { get; set; }

        public List<Node> Children { get; } = [];
    }
}
