using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

/// <summary>Papers that are looked up together: what each catalogue said of them, and what is still to ask.</summary>
internal sealed class LookUpBatch
{
    private readonly List<Item> _items;

    /// <param name="due">What is due.</param>
    /// <param name="stored">The papers behind it; those that need no look-up any more are left out.</param>
    public LookUpBatch(IReadOnlyList<LookUpDue> due, IReadOnlyList<StoredPaper> stored)
    {
        var wanted = stored.Where(paper => LookUpDue.Wants(paper.Paper)).ToList();
        _items = [.. wanted.Select(paper => new Item(paper, due.First(d => d.Paper == paper.Id || paper.FormerIds.Contains(d.Paper))))];
        Settled = [.. due.Where(d => _items.All(item => item.Due != d))];
        Whole = [.. stored.Except(wanted).Select(paper => paper.Id)];
    }

    /// <summary>What needs no look-up: papers that became whole meanwhile, and second names of one paper.</summary>
    public IReadOnlyList<LookUpDue> Settled { get; }

    /// <summary>Papers that became whole meanwhile; a run that stopped may have left them out of the index.</summary>
    public IReadOnlyList<PaperId> Whole { get; }

    public IReadOnlyList<Item> Items => _items;

    /// <summary>Papers that a service is to be asked for: no other has found them, and it has not been asked for them.</summary>
    public List<Item> OpenFor(ILookUpService service) =>
        [.. _items.Where(item => item.Answer is null && !item.Asked.Contains(service.Name))];

    /// <summary>One paper.</summary>
    internal sealed class Item(StoredPaper stored, LookUpDue due)
    {
        public StoredPaper Stored => stored;

        public LookUpDue Due => due;

        /// <summary>Names of the services that have answered in this round.</summary>
        public HashSet<string> Asked { get; } = [.. due.Asked];

        /// <summary>The paper as a catalogue has it; null as long as none was found.</summary>
        public Paper? Answer { get; private set; }

        public LookUpOutcome Outcome { get; private set; } = due.Asked.Count > 0 ? stored.LookUp?.Outcome ?? default : default;

        /// <summary>The catalogue that <see cref="Outcome"/> is from.</summary>
        public string? Catalogue { get; private set; } = due.Asked.Count > 0 ? stored.LookUp?.Catalogue : null;

        public void Take(ILookUpService service, IReadOnlyList<Paper> found)
        {
            Asked.Add(service.Name);
            var (outcome, answer) = SameWork.Of(stored.Paper, found);
            if (outcome != LookUpOutcome.NotFound)
            {
                (Outcome, Answer, Catalogue) = (outcome, answer, service.Title);
            }
        }
    }
}
