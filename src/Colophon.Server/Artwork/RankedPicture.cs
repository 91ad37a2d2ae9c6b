namespace Colophon.Server.Artwork;

/// <summary>A picture with what makes it go before others of its item: the first of these that differs.</summary>
internal sealed record RankedPicture(
    PictureNamed Named,
    int Word,
    int Number,
    Spoken Spoken,
    int Extension,
    LocalPicture Picture
)
{
    /// <summary>Of equal rank in byte order of their names.</summary>
    public static int Compare(RankedPicture left, RankedPicture right)
    {
        var byRank = left.Rank.CompareTo(right.Rank);
        return byRank != 0 ? byRank : string.CompareOrdinal(left.Picture.Name, right.Picture.Name);
    }

    private (PictureNamed, int, int, Spoken, int) Rank => (Named, Word, Number, Spoken, Extension);
}

/// <summary>What a picture is named after.</summary>
internal enum PictureNamed
{
    AfterFile,
    AfterFolder,

    /// <summary>It lies in a folder of pictures of one kind.</summary>
    InFolder,
}

/// <summary>Whether a picture is for people of one language.</summary>
internal enum Spoken
{
    AnyLanguage,
    OneLanguage,
}
