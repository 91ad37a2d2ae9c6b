using Colophon.Jobs;

namespace Colophon.Server.Platform.Data;

/// <summary>The words of items. The databases only store and match them; the tokens are made in C#.</summary>
public static class SearchIndex
{
    public static void IndexWords(this Commit commit, long itemId, string words)
    {
        commit.Run("delete from search where rowid = @item", itemId);
        commit.Run("insert into search (rowid, words) values (@item, @words)", itemId, words);
    }

    public static void ForgetWords(this Commit commit, long itemId) =>
        commit.Run("delete from search where rowid = @item", itemId);

    /// <summary>A condition on items <c>i</c> that all of the words (the last one as a prefix) match; its parameter is <c>@words</c>.</summary>
    public const string Matches = "i.id in (select rowid from search where words match @words)";

    /// <summary>The value of <c>@words</c> for tokens; null when there are none to look for.</summary>
    public static string? Query(IReadOnlyList<string> tokens) =>
        tokens.Count == 0
            ? null
            : string.Join(' ', tokens.Select((token, i) => i == tokens.Count - 1 ? $"\"{token}\"*" : $"\"{token}\""));
}
