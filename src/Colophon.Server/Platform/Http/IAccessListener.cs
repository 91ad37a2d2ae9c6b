namespace Colophon.Server.Platform.Http;

/// <summary>Is told when a user's rights changed or a session ended, so that open connections of that user can be closed. Must be quick.</summary>
public interface IAccessListener
{
    void AccessChanged(long userId, AccessNews news);
}

/// <summary>Where a change of access was made.</summary>
public enum AccessNews
{
    MadeHere,
    HeardOfAnotherNode,
}

/// <summary>Forgets what this process remembers of a user's rights.</summary>
public interface IAccessMemory
{
    void Forget(long userId, AccessNews news);
}
