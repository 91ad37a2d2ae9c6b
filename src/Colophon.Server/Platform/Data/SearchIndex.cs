using System.Text;
using Colophon.Jobs;

namespace Colophon.Server.Platform.Data;

/// <summary>The words of items. The databases only store and match them; the tokens are made in C#.</summary>
public static class SearchIndex
{
    /// <summary>Selects as <c>item_id</c> the items that all of the words match; its parameter is <see cref="Parameter"/>.</summary>
    public const string Ids = "select rowid as item_id from search(@words)";

    public const string Parameter = "words";

    /// <summary>The words of an item that has none yet.</summary>
    public static void AddWords(this Commit commit, long itemId, string words) =>
        commit.Send("insert into search (rowid, words) values (@item, @words)", itemId, words);

    public static void IndexWords(this Commit commit, long itemId, string words)
    {
        commit.ForgetWords(itemId);
        commit.AddWords(itemId, words);
    }

    public static void ForgetWords(this Commit commit, long itemId) =>
        commit.Send("delete from search where rowid = @item", itemId);

    /// <summary>
    /// The value of <c>@words</c> for tokens: all of them, the last one by its beginning, and so each that is a single
    /// character of a script written in pairs. Null when there are none to look for.
    /// </summary>
    public static string? Query(IReadOnlyList<string> tokens) =>
        tokens.Count == 0
            ? null
            : string.Join(
                ' ',
                tokens.Select(
                    (token, i) => i == tokens.Count - 1 || IsHalfPair(token) ? $"\"{token}\"*" : $"\"{token}\""
                )
            );

    private static bool IsHalfPair(string token) =>
        Rune.TryGetRuneAt(token, 0, out var rune) && !rune.IsAscii && rune.Utf16SequenceLength == token.Length;
}
