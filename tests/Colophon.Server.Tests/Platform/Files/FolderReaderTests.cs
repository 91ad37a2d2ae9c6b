using System.Diagnostics;
using System.Text;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Tests.Platform.Files;

public sealed class FolderReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("colophon-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_listing_holds_hidden_files_folders_and_links_with_size_and_time_in_byte_order()
    {
        File.WriteAllText(In("b.epub"), "12345");
        File.WriteAllText(In(".hidden"), "");
        Directory.CreateDirectory(In("Ä"));
        File.CreateSymbolicLink(In("a link"), In("b.epub"));
        File.SetLastWriteTimeUtc(In("b.epub"), DateTime.UnixEpoch.AddTicks(12345678));

        var listing = FolderReader.List(folder);

        listing.State.ShouldBe(PathState.Present);
        listing.Entries.Select(entry => entry.Name).ShouldBe([".hidden", "a link", "b.epub", "Ä"]);
        var file = listing.Entries[2];
        file.IsFile.ShouldBeTrue();
        file.Facts.Size.ShouldBe(5);
        file.Facts.ModifiedNs.ShouldBe(1234567800);
        file.Facts.Link.ShouldBe(LinkForm.NoLink);
        listing.Entries[1].Facts.Link.ShouldBe(LinkForm.Link);
        listing.Entries[1].Facts.Identity.ShouldBe(file.Facts.Identity);
        listing.Entries[3].IsFolder.ShouldBeTrue();
    }

    [Fact]
    public void A_dangling_link_is_an_entry_that_is_missing()
    {
        File.CreateSymbolicLink(In("gone"), In("nowhere"));

        FolderReader.List(folder).Entries.ShouldHaveSingleItem().State.ShouldBe(PathState.Missing);
    }

    [Fact]
    public void A_loop_of_links_is_trouble_and_not_missing()
    {
        File.CreateSymbolicLink(In("loop"), In("loop"));

        FolderReader.List(folder).Entries.ShouldHaveSingleItem().State.ShouldBe(PathState.IoError);
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_an_entry_that_says_so()
    {
        using (var touch = Process.Start("sh", ["-c", $"touch \"$(printf '{folder}/bad\\377name.epub')\""]))
            touch.WaitForExit();

        var entry = FolderReader.List(folder).Entries.ShouldHaveSingleItem();

        entry.Form.ShouldBe(NameForm.NotUtf8);
        entry.Name.ShouldBe("bad\uFFFDname.epub");
        entry.IsFile.ShouldBeTrue();
        using var remove = Process.Start("sh", ["-c", $"rm {folder}/bad*"]);
        remove.WaitForExit();
    }

    [Fact]
    public void A_true_replacement_character_in_a_name_is_an_ordinary_name()
    {
        File.WriteAllText(In("odd\uFFFD.epub"), "");

        FolderReader.List(folder).Entries.ShouldHaveSingleItem().Form.ShouldBe(NameForm.Utf8);
    }

    [Fact]
    public void A_folder_that_is_not_there_and_a_file_are_missing_folders()
    {
        File.WriteAllText(In("file"), "");

        FolderReader.List(In("nothing")).State.ShouldBe(PathState.Missing);
        FolderReader.List(In("file")).State.ShouldBe(PathState.Missing);
        FolderReader.List(In("nothing")).Trouble.ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_without_permission_is_denied_and_not_empty()
    {
        var locked = Directory.CreateDirectory(In("locked")).FullName;
        File.WriteAllText(Path.Combine(locked, "book.epub"), "");
        File.SetUnixFileMode(locked, UnixFileMode.None);
        try
        {
            // The superuser may read everything: then there is nothing to see here.
            if (Environment.IsPrivilegedProcess)
                return;
            FolderReader.List(locked).State.ShouldBe(PathState.Denied);
            FileProbe.Look(Path.Combine(locked, "book.epub")).State.ShouldBe(PathState.Denied);
        }
        finally
        {
            File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData(2, PathState.Missing)]
    [InlineData(20, PathState.Missing)]
    [InlineData(13, PathState.Denied)]
    [InlineData(1, PathState.Denied)]
    [InlineData(116, PathState.Stale)]
    [InlineData(5, PathState.IoError)]
    [InlineData(107, PathState.IoError)]
    [InlineData(110, PathState.IoError)]
    public void Only_no_such_file_counts_as_missing(int errno, PathState state) => Errno.StateOf(errno).ShouldBe(state);

    [Fact]
    public void A_probe_follows_links_and_tells_a_pipe_from_a_file()
    {
        File.WriteAllText(In("file"), "1");
        FileProbe.Look(In("file")).IsFile.ShouldBeTrue();
        FileProbe.Look(folder).IsFolder.ShouldBeTrue();
        FileProbe.Look("/dev/null").Facts.Kind.ShouldBe(EntryKind.Other);
        FileProbe.Look(In("file") + "/below").State.ShouldBe(PathState.Missing);
        FileProbe.Look(In(new string('x', 5000))).State.ShouldBe(PathState.IoError);
    }

    [Fact]
    public void Names_are_ordered_as_their_utf8_bytes()
    {
        string[] names = ["a", "a b", "ab", "Z", "é", "\uFFFD", "😀", "\uE000", "", "a/b"];

        var byBytes = names.OrderBy(name => Convert.ToHexString(Encoding.UTF8.GetBytes(name)), StringComparer.Ordinal);

        names.Order(Comparer<string>.Create(ByteOrder.Compare)).ShouldBe(byBytes);
    }

    private string In(string name) => Path.Combine(folder, name);
}
