using System.Xml.Linq;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>Whether elements that say what is wanted already are left as they are written.</summary>
internal enum NfoCare
{
    /// <summary>They are.</summary>
    Gentle,

    /// <summary>All elements of a field that changes are written anew: the way that cannot go wrong.</summary>
    Thorough,
}

/// <summary>Changes one root of a document: field by field, each element in the place of one that was there.</summary>
internal sealed class NfoRootRewriter
{
    private readonly LooseDocument _document;
    private readonly LooseElement _root;
    private readonly NfoKind _kind;
    private readonly NfoFields _fields;
    private readonly NfoEdits _edits;
    private readonly NfoMarkup _markup;
    private readonly string _space;
    private readonly string? _indent;
    private bool _hasInserted;

    public NfoRootRewriter(LooseDocument document, LooseElement root, NfoKind kind, NfoEdits edits)
    {
        (_document, _root, _kind, _edits) = (document, root, kind, edits);
        _fields = NfoFields.Of(kind);
        LooseElement? first = root.Elements.FirstOrDefault();
        string lineBreak = LineBreakOf(document.Text);
        string outer = Indent(SpaceBefore(root)) ?? "";
        _space = first is null ? $"{lineBreak}{outer}{NfoWriter.Step}" : SpaceBefore(first);
        _indent = Indent(_space);
        string step =
            _indent is not null && _indent.Length > outer.Length && _indent.StartsWith(outer, StringComparison.Ordinal)
                ? _indent[outer.Length..]
                : NfoWriter.Step;
        _markup = new NfoMarkup(document, lineBreak, step);
    }

    public static string LineBreakOf(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Makes the root say what an item says in these fields.</summary>
    public void Change(IEnumerable<NfoField> fields, NfoItem wanted, NfoCare care)
    {
        foreach (NfoField field in fields)
        {
            List<LooseElement> there = [.. _root.Elements.Where(element => field.Names.Contains(element.Key))];
            Put(field, field.Of(wanted), there, care);
        }

        Close();
    }

    private void Put(NfoField field, List<XElement> wanted, List<LooseElement> there, NfoCare care)
    {
        if (care == NfoCare.Thorough)
        {
            there.ForEach(Remove);
            wanted.ForEach(made => Insert(made, after: null, _markup.Render(made, null, _indent)));
            return;
        }

        Dictionary<LooseElement, List<XElement>> said = there.ToDictionary(
            element => element,
            element => Said(field, element)
        );
        foreach (var group in wanted.GroupBy(made => made.Name.LocalName.ToLowerInvariant()))
        {
            List<LooseElement> slots =
            [
                .. there.Where(element => element.Key == group.Key && IsOurs(field, element, said[element])),
            ];
            Fill(slots, [.. group], Texts(field, [.. group], slots, said));
            there.RemoveAll(element => element.Key == group.Key);
        }

        // what else is read for the field stays as long as it says nothing else, and nothing at all
        there.RemoveAll(element =>
            said[element].All(made => wanted.Exists(other => XNode.DeepEquals(made, other)))
            && (said[element].Count > 0 || !IsOurs(field, element, said[element]))
        );
        there.ForEach(Remove);
    }

    /// <summary>Each wanted element in the place of one that is there; what is left of either is put in or taken out.</summary>
    private void Fill(List<LooseElement> slots, List<XElement> wanted, List<string> texts)
    {
        for (int i = 0; i < wanted.Count; i++)
        {
            if (i >= slots.Count)
            {
                Insert(wanted[i], slots.LastOrDefault(), texts[i]);
            }
            else if (texts[i] != _markup.Raw(slots[i]))
            {
                _edits.Replace(slots[i].Start, slots[i].End, texts[i]);
            }
        }

        slots.Skip(wanted.Count).ToList().ForEach(Remove);
    }

    /// <summary>An element that says the same is taken as it is written; one that tells of the same thing is changed.</summary>
    private List<string> Texts(
        NfoField field,
        List<XElement> wanted,
        List<LooseElement> slots,
        Dictionary<LooseElement, List<XElement>> said
    )
    {
        List<LooseElement> left = [.. slots];
        var same = wanted.ConvertAll(made =>
            Take(left, element => said[element] is [var only] && XNode.DeepEquals(only, made))
        );
        return
        [
            .. wanted.Select(
                (made, i) =>
                    same[i] is { } raw ? _markup.Raw(raw) : _markup.Render(made, Former(field, made, left), _indent)
            ),
        ];
    }

    private LooseElement? Former(NfoField field, XElement made, List<LooseElement> left) =>
        field.Form == NfoForm.One ? Take(left, _ => true)
        : NfoShapes.NameOf(made) is { } name ? Take(left, element => NfoShapes.NameOf(element, _document) == name)
        : null;

    private static LooseElement? Take(List<LooseElement> left, Predicate<LooseElement> isWanted)
    {
        int found = left.FindIndex(isWanted);
        if (found < 0)
        {
            return null;
        }

        LooseElement taken = left[found];
        left.RemoveAt(found);
        return taken;
    }

    /// <summary>Not what is there in many and says nothing that is read: a picture on somebody's disk.</summary>
    private bool IsOurs(NfoField field, LooseElement element, List<XElement> said) =>
        field.Form == NfoForm.One
        || said.Count > 0
        || (!element.Elements.Any() && _document.TextOf(element, 1_000, out _).AsSpan().IsWhiteSpace());

    private List<XElement> Said(NfoField field, LooseElement element) =>
        field.Of(NfoItemReader.Read(_kind, new NfoElements(_document, [element], new FindingList())));

    private void Remove(LooseElement element) =>
        _edits.Replace(element.Start - SpaceBefore(element).Length, element.End, "");

    private void Insert(XElement made, LooseElement? after, string text)
    {
        int place = _fields.PlaceOf(made.Name.LocalName.ToLowerInvariant());
        LooseElement? before =
            after
            ?? _root.Elements.LastOrDefault(element =>
                _fields.PlaceOf(element.Key) is >= 0 and var other && other <= place
            );
        _edits.Insert(before?.End ?? _root.ContentStart, place, _space + text);
        _hasInserted = true;
    }

    /// <summary>A root that was empty is closed on a line of its own.</summary>
    private void Close()
    {
        if (!_hasInserted || _root.Nodes.Count > 0)
        {
            return;
        }

        string end = _markup.LineBreak + (Indent(SpaceBefore(_root)) ?? "");
        if (_root.IsSelfClosed)
        {
            _edits.Replace(_root.ContentStart - 2, _root.ContentStart, ">");
            end += $"</{_root.Name}>";
        }

        _edits.Insert(_root.ContentStart, int.MaxValue, end);
    }

    private string SpaceBefore(LooseElement element)
    {
        int start = element.Start;
        int first = element == _root ? 0 : _root.ContentStart;
        while (start > first && char.IsWhiteSpace(_document.Text[start - 1]))
        {
            start--;
        }

        return _document.Text[start..element.Start];
    }

    /// <summary>What stands before something on its line; null when it is not the first there.</summary>
    private static string? Indent(string space) =>
        space.LastIndexOf('\n') is >= 0 and var at ? space[(at + 1)..] : null;
}
