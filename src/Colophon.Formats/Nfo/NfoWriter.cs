using System.Text;
using System.Xml.Linq;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>
/// Writes NFO files. Into one that is there: what nobody here reads stays, with comments, order, indentation, further roots
/// and the text behind them; a field that says already what it should is not touched. A fresh one is in Kodi's order.
/// </summary>
public static class NfoWriter
{
    /// <summary>One level of indentation, as Kodi writes it.</summary>
    internal const string Step = "    ";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>
    /// Makes a file say what these items say: a field that is null or empty is taken out, so take what was read and change
    /// it. An item goes to the root of its kind with the same season and episode, else to the next one of its kind; several
    /// episodes may come together. Roots that no item goes to stay.
    /// </summary>
    /// <param name="existing">The file that is there; null or empty when there is none.</param>
    /// <param name="items">One at least.</param>
    /// <returns>
    /// The same bytes when nothing changes; else UTF-8. Null when the file cannot be changed without loss: it is too large,
    /// no text, has a DOCTYPE or roots of other kinds only, or would not say what was wanted when it is read again.
    /// </returns>
    public static byte[]? Write(byte[]? existing, IReadOnlyList<NfoItem> items)
    {
        if (existing is null || existing.Length > NfoReader.SizeLimit)
        {
            return existing is null ? NfoText.Encode(Fresh(items)) : null;
        }

        string text = NfoText.Decode(existing);
        if (NfoText.IsBlank(text))
        {
            return NfoText.Encode(Fresh(items));
        }

        LooseDocument document = LooseXml.Parse(text, CancellationToken.None);
        var roots = NfoRoots.Of(document);
        if (document.HasDoctype || document.IsCut || roots.Count == NfoRoots.Limit)
        {
            return null;
        }

        if (roots.Count == 0)
        {
            // addresses stay behind the elements, as a combination of both
            return document.Top.Elements.Any() || NfoText.IsBinary(text)
                ? null
                : NfoText.Encode($"{Fresh(items)}{text.TrimStart('\uFEFF')}");
        }

        return items.All(item => roots.Any(root => root.Kind == item.Kind)) ? Change(existing, document, items) : null;
    }

    private static byte[]? Change(byte[] existing, LooseDocument document, IReadOnlyList<NfoItem> items)
    {
        IReadOnlyList<NfoChange> changes = NfoChange.Of(document, items);
        if (changes.All(change => change.Root is not null && change.Fields.Count == 0))
        {
            return existing;
        }

        // what is changed is made well-formed as well
        LooseDocument whole = document.HasMistakes
            ? LooseXml.Parse(document.Mended(), CancellationToken.None)
            : document;
        if (NfoRoots.Of(whole).Count != NfoRoots.Of(document).Count)
        {
            return null;
        }

        foreach (NfoCare care in Enum.GetValues<NfoCare>())
        {
            byte[] written = NfoText.Encode(Rewrite(whole, changes, care));
            if (NfoChange.IsDone(LooseXml.Parse(NfoText.Decode(written), CancellationToken.None), changes))
            {
                return written;
            }
        }

        return null;
    }

    private static string Rewrite(LooseDocument document, IReadOnlyList<NfoChange> changes, NfoCare care)
    {
        var edits = new NfoEdits();
        var roots = NfoRoots.Of(document);
        foreach (NfoChange change in changes)
        {
            if (change.Root is { } place)
            {
                new NfoRootRewriter(document, roots[place].Element, change.Wanted.Kind, edits).Change(
                    change.Fields,
                    change.Wanted,
                    care
                );
            }
            else
            {
                LooseElement last = roots.Last(root => root.Kind == change.Wanted.Kind).Element;
                string lineBreak = NfoRootRewriter.LineBreakOf(document.Text);
                edits.Insert(last.End, int.MaxValue, lineBreak + Root(change.Wanted, lineBreak));
            }
        }

        return edits.ApplyTo(document.Text);
    }

    private static string Fresh(IReadOnlyList<NfoItem> items)
    {
        var text = new StringBuilder(Declaration).Append('\n');
        foreach (NfoItem item in items)
        {
            text.Append(Root(Normal(item), "\n")).Append('\n');
        }

        return text.ToString();
    }

    private static string Root(NfoItem item, string lineBreak)
    {
        NfoFields fields = NfoFields.Of(item.Kind);
        var root = new XElement(
            NfoNames.RootOf(item.Kind),
            fields
                .All.SelectMany(field => field.Of(item))
                .OrderBy(element => fields.PlaceOf(element.Name.LocalName.ToLowerInvariant()))
        );
        LooseDocument nothing = LooseXml.Parse("", CancellationToken.None);
        return new NfoMarkup(nothing, lineBreak, Step).Render(root, former: null, indent: "");
    }

    /// <summary>An item as it is read back: what it says in the words of the reader.</summary>
    internal static NfoItem Normal(NfoItem item)
    {
        LooseDocument document = LooseXml.Parse(Root(item, "\n"), CancellationToken.None);
        LooseElement root = document.Top.Elements.First();
        return NfoItemReader.Read(item.Kind, new NfoElements(document, root.Elements, new FindingList()));
    }
}
