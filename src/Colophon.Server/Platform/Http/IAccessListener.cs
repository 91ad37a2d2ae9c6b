namespace Colophon.Server.Platform.Http;

/// <summary>Is told when a user's rights changed or a session ended, so that open connections of that user can be closed. Must be quick.</summary>
public interface IAccessListener
{
    void AccessChanged(long userId);
}
