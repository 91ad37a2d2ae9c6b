using Colophon.Server.Publishing.Journal;
using Colophon.Server.Publishing.Plan;

namespace Colophon.Server.Publishing;

/// <summary>One file beside an item: what is to be done with it, or why nothing is.</summary>
/// <param name="Picture">What is written, when it is a picture.</param>
/// <param name="Bytes">What is written otherwise.</param>
internal sealed record PublishStep(PublishChange Change, PublishedPicture? Picture = null, byte[]? Bytes = null);
