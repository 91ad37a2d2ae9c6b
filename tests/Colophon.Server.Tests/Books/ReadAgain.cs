using System.Text.Json.Nodes;

namespace Colophon.Server.Tests.Books;

internal static class ReadAgain
{
    /// <summary>
    /// Lets the server read the files of a book again: <c>resync</c> or <c>refresh</c> of that book, a <c>forced</c> scan, or a
    /// scan after what <paramref name="change"/> makes of any other word.
    /// </summary>
    public static async Task ReadAgainAsync(
        this LibraryOnDisk library,
        string how,
        JsonNode id,
        Action<LibraryOnDisk, string> change
    )
    {
        if (how is "resync" or "refresh")
        {
            await library.Server.Admin.PostAsync($"/api/books/{id}/resync", new { refresh = how == "refresh" });
            return;
        }
        change(library, how);
        await library.ScanAsync(new { force = how == "forced" });
    }
}
