using Colophon.Server.Platform.Http;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddHttpPlatform();

var app = builder.Build();
app.UseHttpPlatform();
app.MapGet("/health/live", () => TypedResults.Text("ok")).Anonymous();
app.RefuseUndeclaredEndpoints();
app.Run();
