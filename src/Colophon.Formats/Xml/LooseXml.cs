namespace Colophon.Formats.Xml;

/// <summary>
/// Reads XML that people and many programs wrote: several roots, text after them, repeated declarations, bare ampersands,
/// entities of HTML, tags that are not closed or never opened. Each piece knows its place, so that a writer can leave the
/// rest untouched. Nothing is expanded and nothing outside is opened: a DOCTYPE ends the reading. Time grows with the text.
/// </summary>
internal sealed class LooseXml
{
    /// <summary>Elements that are read of one document.</summary>
    public const int ElementLimit = 200_000;

    /// <summary>Elements within elements; those of media have six.</summary>
    public const int MaxDepth = 64;

    private const int SpaceLimit = 200;

    private readonly string _text;
    private readonly LooseDocument _document;
    private readonly List<LooseElement> _open = [];
    private readonly HashSet<string> _absent = new(StringComparer.Ordinal);
    private int _elements;
    private int _at;
    private int _textStart;

    private LooseXml(string text)
    {
        _text = text;
        var top = new LooseElement("", 0) { End = text.Length };
        _document = new LooseDocument(text, top);
        _open.Add(top);
    }

    /// <summary>Reads the whole text; throws only when cancelled.</summary>
    public static LooseDocument Parse(string text, CancellationToken cancellationToken)
    {
        var parser = new LooseXml(text);
        parser.Run(cancellationToken);
        return parser._document;
    }

    private LooseElement Current => _open[^1];

    private void Run(CancellationToken cancellationToken)
    {
        while (_text.IndexOf('<', _at) is >= 0 and var markup && !_document.HasDoctype && !_document.IsCut)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _at = markup;
            int end = Take(markup);
            if (end < 0)
            {
                _at = markup + 1; // it is text; where a root is open, a careless one
                if (_open.Count > 1)
                {
                    _document.Note("a < that begins no tag", markup);
                }
            }
            else
            {
                _at = _textStart = end;
            }
        }

        if (!_document.HasDoctype && !_document.IsCut)
        {
            AddText(_text.Length);
        }

        while (_open.Count > 1)
        {
            CloseUnasked(_text.Length);
        }
    }

    /// <summary>The place behind the markup that begins here; -1 when none does.</summary>
    private int Take(int at)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            return TakeNote(at, "-->");
        }

        if (rest.StartsWith("<![CDATA["))
        {
            return TakeData(at);
        }

        if (rest.StartsWith("<?"))
        {
            return TakeNote(at, "?>");
        }

        if (
            rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("<!ENTITY", StringComparison.OrdinalIgnoreCase)
        )
        {
            _document.HasDoctype = true;
            return at;
        }

        return rest.StartsWith("</") ? TakeEnd(at) : TakeStart(at);
    }

    private int TakeNote(int at, string mark)
    {
        int end = Find(mark, at + 2);
        return end < 0 ? -1 : AddPiece(LooseKind.Note, at, end + mark.Length);
    }

    private int TakeData(int at)
    {
        if (Find("]]>", at) is >= 0 and var end)
        {
            return AddPiece(LooseKind.Data, at, end + 3);
        }

        _document.Note("a CDATA section that is not closed", at);
        return AddPiece(LooseKind.Data, at, _text.Length);
    }

    // what was looked for once and is not there is not looked for again
    private int Find(string mark, int from)
    {
        int found = _absent.Contains(mark) ? -1 : _text.IndexOf(mark, from, StringComparison.Ordinal);
        if (found < 0)
        {
            _absent.Add(mark);
        }

        return found;
    }

    private int TakeEnd(int at)
    {
        int nameEnd = LooseTag.NameEnd(_text, at + 2);
        int end = nameEnd;
        while (end < _text.Length && char.IsWhiteSpace(_text[end]) && end - nameEnd < SpaceLimit)
        {
            end++;
        }

        if (nameEnd == at + 2 || end >= _text.Length || _text[end] != '>')
        {
            return -1;
        }

        AddText(at);
        Close(_text[(at + 2)..nameEnd], at, end + 1);
        return end + 1;
    }

    private void Close(string name, int at, int end)
    {
        int match = _open.FindLastIndex(element => element.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (match <= 0)
        {
            _document.Note($"</{name}> closes nothing", at);
            return;
        }

        while (_open.Count - 1 > match)
        {
            CloseUnasked(at);
        }

        if (Current.Name != name)
        {
            _document.Note($"</{name}> closes <{Current.Name}>", at);
        }

        Current.End = end;
        _open.RemoveAt(match);
    }

    /// <summary>
    /// Closes an element that nobody closed. One with text of its own held just that: what stands in it as elements are
    /// those that follow it.
    /// </summary>
    private void CloseUnasked(int at)
    {
        LooseElement element = Current;
        _open.RemoveAt(_open.Count - 1);
        element.End = at;
        _document.Note($"<{element.Name}> is not closed", element.Start);
        int first = element.Nodes.FindIndex(node => node.Kind == LooseKind.Element);
        if (first <= 0 || _open.Count == 1 || !element.Nodes.Take(first).Any(IsSaying))
        {
            return;
        }

        element.End = element.Nodes[first].Start;
        Current.Nodes.AddRange(element.Nodes.Skip(first));
        element.Nodes.RemoveRange(first, element.Nodes.Count - first);
    }

    private bool IsSaying(LooseNode node) =>
        node.Kind == LooseKind.Text && !_text.AsSpan(node.Start, node.End - node.Start).IsWhiteSpace();

    private int TakeStart(int at)
    {
        if (LooseTag.Read(_text, at) is not { } element)
        {
            return -1;
        }

        int end = element.End;
        if (++_elements > ElementLimit)
        {
            _document.IsCut = true;
            return end;
        }

        AddText(at);
        Current.Nodes.Add(element);
        if (element.IsCareless)
        {
            _document.Note($"<{element.Name}> has careless attributes", at);
        }

        if (!element.IsSelfClosed && _open.Count > MaxDepth)
        {
            (element.IsSelfClosed, element.IsCareless) = (true, true);
            _document.IsCut = true;
        }
        else if (!element.IsSelfClosed)
        {
            _open.Add(element);
        }

        return end;
    }

    private void AddText(int end)
    {
        if (end <= _textStart)
        {
            return;
        }

        if (_open.Count > 1 && !LooseTag.IsWell(_text.AsSpan(_textStart, end - _textStart), out int mistake))
        {
            _document.Note("an & that begins no entity that XML knows", _textStart + mistake);
        }

        AddPiece(LooseKind.Text, _textStart, end);
    }

    private int AddPiece(LooseKind kind, int start, int end)
    {
        if (kind != LooseKind.Text)
        {
            AddText(start);
        }

        Current.Nodes.Add(new LooseNode(kind, start) { End = end });
        return _textStart = end;
    }
}
