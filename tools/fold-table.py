"""Writes src/Papers/Identity/FoldTable.Data.cs from Unicode's data: what a character is when case, accents and
presentation are taken away. Run from the root of the repository: python3 tools/fold-table.py"""
import unicodedata as u

RANGES = [(0xA1, 0x24F), (0x250, 0x2AF), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x52F), (0x1D00, 0x1DBF), (0x1E00, 0x1FFF),
          (0x2070, 0x209F), (0x2100, 0x218F), (0x2460, 0x24FF), (0xFB00, 0xFB06), (0xFF01, 0xFF5E), (0x1D400, 0x1D7FF)]
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω",
                 "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau "
                 "upsilon phi chi psi omega".split()))
EXTRA = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j", "ŋ": "n",
         "ħ": "h", "ŧ": "t", "∞": "infinity", "√": "sqrt", "∇": "nabla", "∂": "partial", "∑": "sum", "∏": "prod", "×": "x",
         "∗": "*", "⋆": "*", "★": "*", "✱": "*", "♯": "#", "⁄": "/", "∕": "/", "＆": "and", "﹠": "and"}
KEPT = "+#*/."


def fold(c):
    text = "".join(x for x in u.normalize("NFKD", c) if not u.combining(x))
    text = u.normalize("NFKD", text.casefold())
    text = "".join(EXTRA.get(x, GREEK.get(x, x)) for x in text if not u.combining(x))
    return "".join(x for x in text if x.isalnum() or x in KEPT)


def table():
    codes = [cp for a, b in RANGES for cp in range(a, b + 1)] + [ord(c) for c in EXTRA]
    for cp in sorted(set(codes)):
        c = chr(cp)
        if u.category(c) in ("Cn", "Co"):
            continue
        folded = EXTRA.get(c) or fold(c)
        if folded and folded != c and not (len(folded) == 1 and folded == c.lower()):
            yield cp, folded


def main():
    rows = list(table())
    assert max(len(v) for _, v in rows) <= 8, "TitleKey.LongestFold"
    text = " ".join(f"{cp:x}:{v}" for cp, v in rows)
    out, line = [], ""
    for item in text.split(" "):
        if len(line) + len(item) > 140:
            out.append(line)
            line = ""
        line += item + " "
    out.append(line)
    body = " +\n".join(f'        "{x}"' for x in out)
    with open("src/Papers/Identity/FoldTable.Data.cs", "w", encoding="utf-8") as f:
        f.write(f"""// Written by tools/fold-table.py from Unicode {u.unidata_version}; {len(rows)} characters. Do not edit.
namespace PaperFunctions.Papers;

public static partial class FoldTable
{{
    private const string Data =
{body};
}}
""")


main()
