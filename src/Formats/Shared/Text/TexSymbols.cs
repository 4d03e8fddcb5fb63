using System.Collections.Frozen;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Commands of TeX that stand for a character, and those that only say how something looks.</summary>
internal static class TexSymbols
{
    /// <summary>Letters that other alphabets have; TeX drops the space behind their command.</summary>
    public static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["aa"] = "å", ["AA"] = "Å", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ", ["o"] = "ø", ["O"] = "Ø",
        ["l"] = "ł", ["L"] = "Ł", ["ss"] = "ß", ["i"] = "ı", ["j"] = "ȷ", ["dh"] = "ð", ["DH"] = "Ð", ["th"] = "þ",
        ["TH"] = "Þ", ["dj"] = "đ", ["DJ"] = "Đ", ["ng"] = "ŋ", ["NG"] = "Ŋ",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Characters = new Dictionary<string, string>
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["varepsilon"] = "ε",
        ["zeta"] = "ζ", ["eta"] = "η", ["theta"] = "θ", ["vartheta"] = "ϑ", ["iota"] = "ι", ["kappa"] = "κ",
        ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["omicron"] = "ο", ["pi"] = "π", ["varpi"] = "ϖ",
        ["rho"] = "ρ", ["varrho"] = "ϱ", ["sigma"] = "σ", ["varsigma"] = "ς", ["tau"] = "τ", ["upsilon"] = "υ",
        ["phi"] = "φ", ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω", ["Gamma"] = "Γ",
        ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Xi"] = "Ξ", ["Pi"] = "Π", ["Sigma"] = "Σ",
        ["Upsilon"] = "Υ", ["Phi"] = "Φ", ["Psi"] = "Ψ", ["Omega"] = "Ω",
        ["times"] = "×", ["cdot"] = "·", ["cdots"] = "⋯", ["ldots"] = "…", ["dots"] = "…", ["dotsc"] = "…",
        ["div"] = "÷", ["pm"] = "±", ["mp"] = "∓", ["le"] = "≤", ["leq"] = "≤", ["leqslant"] = "≤", ["ge"] = "≥",
        ["geq"] = "≥", ["geqslant"] = "≥", ["ne"] = "≠", ["neq"] = "≠", ["ll"] = "≪", ["gg"] = "≫", ["approx"] = "≈",
        ["sim"] = "∼", ["simeq"] = "≃", ["cong"] = "≅", ["equiv"] = "≡", ["propto"] = "∝", ["to"] = "→",
        ["rightarrow"] = "→", ["longrightarrow"] = "→", ["Rightarrow"] = "⇒", ["leftarrow"] = "←",
        ["Leftarrow"] = "⇐", ["leftrightarrow"] = "↔", ["Leftrightarrow"] = "⇔", ["iff"] = "⇔", ["implies"] = "⇒",
        ["mapsto"] = "↦", ["uparrow"] = "↑", ["downarrow"] = "↓", ["infty"] = "∞", ["in"] = "∈", ["notin"] = "∉",
        ["ni"] = "∋", ["subset"] = "⊂", ["subseteq"] = "⊆", ["supset"] = "⊃", ["supseteq"] = "⊇", ["cup"] = "∪",
        ["cap"] = "∩", ["setminus"] = "∖", ["emptyset"] = "∅", ["varnothing"] = "∅", ["sum"] = "∑", ["prod"] = "∏",
        ["int"] = "∫", ["partial"] = "∂", ["nabla"] = "∇", ["ell"] = "ℓ", ["hbar"] = "ℏ", ["Re"] = "ℜ", ["Im"] = "ℑ",
        ["aleph"] = "ℵ", ["forall"] = "∀", ["exists"] = "∃", ["neg"] = "¬", ["lnot"] = "¬", ["land"] = "∧",
        ["wedge"] = "∧", ["lor"] = "∨", ["vee"] = "∨", ["oplus"] = "⊕", ["otimes"] = "⊗", ["odot"] = "⊙",
        ["circ"] = "∘", ["bullet"] = "•", ["ast"] = "∗", ["star"] = "⋆", ["dagger"] = "†", ["dag"] = "†",
        ["ddagger"] = "‡", ["prime"] = "′", ["top"] = "⊤", ["bot"] = "⊥", ["perp"] = "⊥", ["parallel"] = "∥",
        ["mid"] = "|", ["vert"] = "|", ["Vert"] = "‖", ["angle"] = "∠", ["triangle"] = "△", ["lfloor"] = "⌊",
        ["rfloor"] = "⌋", ["lceil"] = "⌈", ["rceil"] = "⌉", ["langle"] = "⟨", ["rangle"] = "⟩", ["models"] = "⊨",
        ["vdash"] = "⊢", ["degree"] = "°", ["textdegree"] = "°", ["S"] = "§", ["P"] = "¶", ["copyright"] = "©",
        ["textregistered"] = "®", ["texttrademark"] = "™", ["pounds"] = "£", ["euro"] = "€", ["texteuro"] = "€",
        ["textbackslash"] = "\\", ["textasciitilde"] = "~", ["textasciicircum"] = "^", ["textunderscore"] = "_",
        ["textbar"] = "|", ["textless"] = "<", ["textgreater"] = ">", ["textendash"] = "–", ["textemdash"] = "—",
        ["textquoteleft"] = "‘", ["textquoteright"] = "’", ["textquotedblleft"] = "“", ["textquotedblright"] = "”",
        ["checkmark"] = "✓", ["lbrace"] = "{", ["rbrace"] = "}", ["lbrack"] = "[", ["rbrack"] = "]",
        ["backslash"] = "\\", ["colon"] = ":", ["quad"] = " ", ["qquad"] = " ", ["enspace"] = " ",
        ["thinspace"] = " ", ["space"] = " ", ["newline"] = " ", ["par"] = " ", ["linebreak"] = " ",
        ["textpercent"] = "%", ["textdollar"] = "$", ["textcopyright"] = "©", ["textampersand"] = "&", ["textasteriskcentered"] = "*",
        ["textbraceleft"] = "{", ["textbraceright"] = "}", ["textbullet"] = "•", ["textellipsis"] = "…", ["texttimes"] = "×",
        ["textpm"] = "±",
        ["textmu"] = "µ", ["textsterling"] = "£", ["textyen"] = "¥", ["textsection"] = "§", ["textparagraph"] = "¶",
        ["textdagger"] = "†", ["textdaggerdbl"] = "‡", ["textordmasculine"] = "º", ["textordfeminine"] = "ª", ["texttildelow"] = "~",
        ["textperiodcentered"] = "·", ["textexclamdown"] = "¡", ["textquestiondown"] = "¿", ["textquotesingle"] = "'",
        ["textquotedbl"] = "\"",
        ["textonehalf"] = "½", ["textonequarter"] = "¼", ["textdiv"] = "÷", ["textminus"] = "−", ["textalpha"] = "α", ["textbeta"] = "β",
        ["textgamma"] = "γ", ["textdelta"] = "δ", ["textlambda"] = "λ", ["textomega"] = "ω", ["textsigma"] = "σ", ["textpi"] = "π",
        ["guillemotleft"] = "«", ["guillemotright"] = "»", ["quotedblbase"] = "„", ["quotesinglbase"] = "‚", ["textohm"] = "Ω",
        ["LaTeX"] = "LaTeX", ["TeX"] = "TeX",
    }.ToFrozenDictionary();

    /// <summary>Blackboard bold letters.</summary>
    public static readonly FrozenDictionary<string, string> DoubleStruck = new Dictionary<string, string>
    {
        ["R"] = "ℝ", ["N"] = "ℕ", ["Z"] = "ℤ", ["Q"] = "ℚ", ["C"] = "ℂ", ["P"] = "ℙ", ["H"] = "ℍ", ["E"] = "𝔼", ["F"] = "𝔽", ["1"] = "𝟙",
    }.ToFrozenDictionary();

    /// <summary>What they wrap stays, they go.</summary>
    public static readonly FrozenSet<string> Wrappers = FrozenSet.Create(
        "textbf", "textit", "textsl", "textsc", "texttt", "textrm", "textsf", "textup", "textmd", "textnormal", "text", "emph", "underline",
        "uline", "mbox",
        "hbox", "mathrm", "mathcal", "mathbf", "mathit", "mathsf", "mathtt", "mathfrak", "mathscr", "mathnormal", "mathop", "mathbin",
        "mathrel", "boldsymbol",
        "bm", "pmb", "operatorname", "ensuremath", "overline", "hspace", "vspace", "mathds", "textcolor", "uppercase", "lowercase",
        "title", "section",
        "subsection", "paragraph", "acro", "ac", "gls", "Gls", "mathpzc", "widetilde", "widehat", "phantom", "smash", "enquote",
        "mkbibquote", "mkbibemph", "mkbibitalic", "mkbibbold", "mkbibparens", "mkbibbrackets", "mkbibsuperscript",
        "mkbibsubscript", "textins");

    /// <summary>They say how the rest of their group looks.</summary>
    public static readonly FrozenSet<string> Declarations = FrozenSet.Create(
        "rm", "bf", "it", "em", "tt", "sf", "sc", "sl", "cal", "small", "large", "Large", "tiny", "footnotesize", "scriptsize",
        "normalsize", "displaystyle",
        "textstyle", "scriptstyle", "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "middle", "limits",
        "nolimits", "noindent",
        "centering", "protect", "xspace", "bfseries", "itshape", "ttfamily", "rmfamily", "sffamily", "scshape", "boldmath", "unboldmath",
        "relax", "item",
        "maketitle", "break", "nobreak", "allowbreak", "hfill", "smallskip", "medskip", "bigskip", "selectfont");

    /// <summary>What they wrap is for a machine.</summary>
    public static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        "cite", "citep", "citet", "citealp", "citeauthor", "citeyear", "Cite", "Citep", "Citet", "autocite", "parencite", "textcite",
        "label", "ref", "eqref",
        "cref", "Cref", "autoref", "begin", "end", "vspace*", "thanks", "footnote", "footnotemark", "index", "color", "bibliography",
        "includegraphics", "pagestyle", "thispagestyle");
}
