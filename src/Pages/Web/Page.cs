using Microsoft.AspNetCore.Components;

namespace PaperFunctions.Pages.Web;

/// <summary>A page that shows a view and knows nothing else.</summary>
public abstract class Page<TView> : ComponentBase
{
    [Parameter, EditorRequired]
    public TView View { get; set; } = default!;
}
