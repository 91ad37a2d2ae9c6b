using System.CommandLine;
using System.Globalization;
using Colophon.Bench.Demo;
using Colophon.Bench.Make;
using Colophon.Bench.Measures;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var root = new RootCommand("Makes libraries of books, shows the product and measures it.")
{
    MakeCommand.Create(),
    DemoCommand.Create(),
};
foreach (var measure in MeasureCommands.Create())
    root.Add(measure);
return await root.Parse(args).InvokeAsync();
