using System.IO.Compression;
using System.Security;
using System.Text;

namespace Colophon.Testing;

/// <summary>
/// Makes CBZ files: <c>CbzBuilder.OfPages(3).Info("Series", "Saga").Info("Number", "1").Build()</c>. The same calls give the
/// same bytes.
/// </summary>
public sealed class CbzBuilder
{
    private static readonly DateTimeOffset _entryTime = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, byte[] Bytes)> _entries = [];
    private readonly List<(string Name, string Text)> _info = [];
    private readonly List<string> _pageNotes = [];
    private string _comment = "";

    private CbzBuilder() { }

    /// <summary>A comic without pages.</summary>
    public static CbzBuilder Empty() => new();

    /// <summary>A comic of pages <c>001.png</c>, <c>002.png</c>, ..., each another picture.</summary>
    public static CbzBuilder OfPages(int count, int seed = 1)
    {
        var comic = new CbzBuilder();
        for (int i = 0; i < count; i++)
        {
            comic.Entry($"{i + 1:000}.png", Page(seed + i));
        }

        return comic;
    }

    /// <summary>The picture that <see cref="OfPages"/> puts at a page with this seed.</summary>
    public static byte[] Page(int seed) => TinyPng.Cover(40, 60, seed);

    /// <summary>Adds an element to ComicInfo.xml, which is made when there is one.</summary>
    public CbzBuilder Info(string element, string text)
    {
        _info.Add((element, text));
        return this;
    }

    /// <summary>Adds a page element to ComicInfo.xml: <c>PageNote("Image=\"0\" Type=\"FrontCover\"")</c>.</summary>
    public CbzBuilder PageNote(string attributes)
    {
        _pageNotes.Add(attributes);
        return this;
    }

    /// <summary>Adds an entry as it is.</summary>
    public CbzBuilder Entry(string name, byte[] bytes)
    {
        _entries.Add((name, bytes));
        return this;
    }

    /// <summary>Adds an entry as it is.</summary>
    public CbzBuilder Entry(string name, string text) => Entry(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Sets the archive's comment, where ComicBookInfo stands.</summary>
    public CbzBuilder Comment(string comment)
    {
        _comment = comment;
        return this;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = _comment;
            foreach ((string name, byte[] bytes) in _entries)
            {
                Add(archive, name, bytes);
            }

            if (_info.Count > 0 || _pageNotes.Count > 0)
            {
                Add(archive, "ComicInfo.xml", Encoding.UTF8.GetBytes(ComicInfo()));
            }
        }

        return file.ToArray();
    }

    private string ComicInfo()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ComicInfo>\n");
        foreach ((string name, string text) in _info)
        {
            xml.Append($"  <{name}>{SecurityElement.Escape(text)}</{name}>\n");
        }

        string pages = string.Concat(_pageNotes.Select(page => $"    <Page {page} />\n"));
        return xml.Append(pages.Length > 0 ? $"  <Pages>\n{pages}  </Pages>\n" : "")
            .Append("</ComicInfo>\n")
            .ToString();
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = _entryTime;
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }
}
