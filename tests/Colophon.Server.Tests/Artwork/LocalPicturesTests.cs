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

    [Theory]
    [InlineData("poster.jpg", "poster")]
    [InlineData("movie.tbn", "poster")]
    [InlineData("Alien.1979.jpg", "poster")]
    [InlineData("Alien (1979)-poster.jpg", "poster")]
    [InlineData("alien.1979-FANART.jpg", "fanart")]
    [InlineData("fanart12.jpg", "fanart")]
    [InlineData("background-3.webp", "fanart")]
    [InlineData("art2.jpg", "fanart")]
    [InlineData("extrafanart/anything.jpg", "fanart")]
    [InlineData("ExtraThumbs/thumb4.jpg", "landscape")]
    [InlineData("Alien.1979-cdart.png", "discart")]
    [InlineData("discart.png", "discart")]
    [InlineData("keyart.jpg", "keyart")]
    [InlineData("characterart1.png", "characterart")]
    public void A_picture_of_a_film_is_known_by_its_name(string name, string type) =>
        LocalPictures
            .Of(PictureSubject.Movie, [name], ["Alien.1979", "Alien (1979)"], FolderOwner.Item)
            .ShouldBe([new LocalPicture(name, type, null)]);

    [Theory]
    [InlineData("show.jpg")]
    [InlineData("movieset-poster.jpg")]
    [InlineData("albumart.jpg")]
    [InlineData("poster.svg")]
    [InlineData("Aliens-poster.jpg")]
    [InlineData("Subs/poster.jpg")]
    [InlineData("metadata/Alien.jpg")]
    public void Other_files_are_no_pictures_of_a_film(string name) =>
        LocalPictures.Of(PictureSubject.Movie, [name], ["Alien"], FolderOwner.Item).ShouldBeEmpty();

    [Fact]
    public void A_folder_of_several_films_has_no_pictures_that_are_all_of_theirs() =>
        LocalPictures
            .Of(
                PictureSubject.Movie,
                ["poster.jpg", "extrafanart/1.jpg", "Alien-poster.jpg"],
                ["Alien"],
                FolderOwner.Shared
            )
            .Select(picture => picture.Name)
            .ShouldBe(["Alien-poster.jpg"]);

    [Fact]
    public void Each_kind_has_an_order_of_its_own()
    {
        string[] names = ["cover.jpg", "folder.jpg", "jacket.jpg", "poster.jpg"];

        First(PictureSubject.Book).ShouldBe("cover.jpg");
        First(PictureSubject.Movie).ShouldBe("poster.jpg");
        First(PictureSubject.Album).ShouldBe("folder.jpg");
        Of(PictureSubject.Movie).ShouldNotContain("jacket.jpg");

        string First(PictureSubject subject) => Of(subject)[0];
        List<string> Of(PictureSubject subject) =>
            [.. LocalPictures.Of(subject, names, [], FolderOwner.Item).Select(picture => picture.Name)];
    }
}
