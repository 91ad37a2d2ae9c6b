using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

public sealed class AsyncTests
{
    private static readonly string[] Awaitable = ["Task", "ValueTask", "IAsyncEnumerable"];

    // These carry the cancellation of what they belong to: HttpContext.RequestAborted; a connection is lent by
    // IDatabase.ReadAsync, which takes the token.
    private static readonly string[] Carriers = ["HttpContext", "EndpointFilterInvocationContext", "DbConnection"];

    [Fact]
    public void Every_async_method_can_be_cancelled() =>
        Guard.Holds(
            "cancellation",
            from file in SourceCode.Product
            let model = SourceCode.MeaningOf(file)
            from declaration in file.Tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            let method = model.GetDeclaredSymbol(declaration) as IMethodSymbol
            where method is not null && Awaitable.Contains(method.ReturnType.Name)
            where !TakesAToken(method) && !IsImposed(method)
            select new Offence($"{file.Path}#{method.Name}", "takes no CancellationToken")
        );

    private static bool TakesAToken(IMethodSymbol method) =>
        method.Parameters.Any(parameter =>
            parameter.Type.Name == nameof(CancellationToken) || Carriers.Contains(parameter.Type.Name)
        );

    /// <summary>A signature that is not ours to choose: an override, a member of a framework's interface, a hub method.</summary>
    private static bool IsImposed(IMethodSymbol method) =>
        method.IsOverride || IsHubMethod(method.ContainingType) || ImplementsAForeignMember(method);

    private static bool IsHubMethod(INamedTypeSymbol type) => type.BaseType is { Name: "Hub" };

    private static bool ImplementsAForeignMember(IMethodSymbol method) =>
        method
            .ContainingType.AllInterfaces.Where(type => type.DeclaringSyntaxReferences.IsEmpty)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Any(member =>
                SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(member),
                    method
                )
            );
}
