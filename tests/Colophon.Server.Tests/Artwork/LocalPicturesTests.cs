using Colophon.Server.Artwork;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C4")]
public sealed class LocalPicturesTests
{
    [Theory]
    [InlineData("cover.jpg", "cover", null)]
    [InlineData("Cover.JPEG", "cover", null)]
    [InlineData("FoLDer.jpeg", "cover", null)]
    [InlineData("poster.png", "cover", null)]
    [InlineData("poster.webp", "cover", null)]
    [InlineData("cover.avif", "cover", null)]
    [InlineData("cover.gif", "cover", null)]
    [InlineData("cover.de.jpg", "cover", "de")]
    [InlineData("cover.PT-br.jpg", "cover", "pt-BR")]
    [InlineData("Dune.jpg", "cover", null)]
    [InlineData("dune.png", "cover", null)]
    [InlineData("Dune.cover.jpg", "cover", null)]
    [InlineData("Dune-poster.jpg", "cover", null)]
    [InlineData("Dune.epub.cover.webp", "cover", null)]
    [InlineData("Dune.epub.jpg", "cover", null)]
    [InlineData("Dune-1.jpeg", "cover", null)]
    [InlineData("Dune.fr.jpg", "cover", "fr")]
    [InlineData("fanart.jpg", "fanart", null)]
    [InlineData("fanart-2.jpg", "fanart", null)]
    [InlineData("backdrop3.jpg", "fanart", null)]
    [InlineData("Dune-banner.png", "banner", null)]
    [InlineData("logo.png", "clearlogo", null)]
    public void A_picture_is_known_by_its_name(string name, string type, string? language) =>
        LocalPictures.Beside([name], "Dune").ShouldBe([new LocalPicture(name, type, language)]);

    [Theory]
    [InlineData("Dune Messiah.jpg")]
    [InlineData("page-001.jpg")]
    [InlineData("coverage.jpg")]
    [InlineData("cover.svg")]
    [InlineData("cover.jpg.exe")]
    [InlineData("cover.txt")]
    [InlineData("cover")]
    [InlineData(".cover.jpg")]
    [InlineData(".jpg")]
    [InlineData("Dune-2049.jpg")]
    [InlineData("albumart.jpg")]
    [InlineData("")]
    public void Other_files_are_left_alone(string name) => LocalPictures.Beside([name], "Dune").ShouldBeEmpty();

    [Fact]
    public void In_a_shared_folder_only_pictures_named_after_the_file_count() =>
        LocalPictures
            .Beside(["cover.jpg", "Dune.jpg", "Dune Messiah.jpg", "folder.jpg"], "Dune", FolderOwner.Shared)
            .Select(picture => picture.Name)
            .ShouldBe(["Dune.jpg"]);

    [Fact]
    public void Without_a_stem_only_the_names_of_folders_count() =>
        LocalPictures
            .Beside(["Dune.jpg", "folder.jpg"], stem: null)
            .Select(picture => picture.Name)
            .ShouldBe(["folder.jpg"]);

    [Fact]
    public void The_best_comes_first_whatever_the_order_of_the_folder()
    {
        string[] names =
        [
            "cover-2.jpg",
            "poster.jpg",
            "cover.de.jpg",
            "cover.png",
            "Dune-cover.jpg",
            "cover.jpg",
            "Dune.jpg",
            "folder.jpg",
        ];
        string[] best =
        [
            "Dune.jpg",
            "Dune-cover.jpg",
            "cover.jpg",
            "cover.png",
            "cover.de.jpg",
            "cover-2.jpg",
            "folder.jpg",
            "poster.jpg",
        ];

        LocalPictures.Beside(names, "Dune").Select(picture => picture.Name).ShouldBe(best);
        LocalPictures.Beside([.. names.Reverse()], "Dune").Select(picture => picture.Name).ShouldBe(best);
    }
}
