using System.Text;

namespace Colophon.Formats.Nfo;

/// <summary>Changes of a text that do not touch each other; all else of it stays.</summary>
internal sealed class NfoEdits
{
    private readonly List<(int Start, int End, int Place, string Text)> _edits = [];

    /// <summary>Puts a text where another one stands.</summary>
    public void Replace(int start, int end, string text) => _edits.Add((start, end, int.MaxValue, text));

    /// <summary>Puts a text in between; of several at one point the one with the smaller place stands first.</summary>
    public void Insert(int at, int place, string text) => _edits.Add((at, at, place, text));

    public string ApplyTo(string text)
    {
        var result = new StringBuilder(text.Length + 256);
        int at = 0;
        // what is put in between stands before what begins there
        foreach (var edit in _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Place))
        {
            result.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
