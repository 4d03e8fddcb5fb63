using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperFunctions.Pages.Text;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Pages;

/// <summary>Renders one Razor component to a string of HTML, text encoded.</summary>
/// <remarks>Components get values through parameters alone: they can inject nothing, so a page can't do more than show its view.</remarks>
public sealed class PageRenderer(ILoggerFactory logs) : IDisposable
{
    // Letters of any script stay as they are: "&#x4E2D;" would cost eight bytes where "中" costs three.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public async Task<string> RenderAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, logs);
        var values = ParameterView.FromDictionary(parameters.ToDictionary());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TComponent>(values);
            return HtmlText.Settle(output.ToHtmlString());
        });
    }

    /// <summary>A whole page.</summary>
    public Task<string> PageAsync<TPage, TView>(TView view)
        where TPage : Page<TView> =>
        RenderAsync<TPage>(new Dictionary<string, object?> { [nameof(Page<TView>.View)] = view });

    public void Dispose() => _services.Dispose();
}
