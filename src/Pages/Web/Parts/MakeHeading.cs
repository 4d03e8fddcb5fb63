using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PaperFunctions.Pages.Web.Parts;

/// <summary>A heading whose level depends on where it stands.</summary>
public sealed class MakeHeading : ComponentBase
{
    /// <summary>1 to 6.</summary>
    [Parameter, EditorRequired]
    public int Level { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "h" + Level);
        builder.AddContent(1, ChildContent);
        builder.CloseElement();
    }
}
