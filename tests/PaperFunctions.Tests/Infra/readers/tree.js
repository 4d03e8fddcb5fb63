// tree.js LANGUAGE FILE...: writes one JSON array of syntax trees, one a file. A node is {t: type, l: line, f: field in its parent,
// s: text, c: named children}; what the grammar could not read is in a node of type ERROR or MISSING.
const fs = require('fs');
const { Parser, Language } = require('web-tree-sitter');

function node(cursor, source, language) {
  const field = cursor.currentFieldName;
  let climbs = 0;
  // PowerShell's grammar wraps each value in some twenty expressions of one part; only the innermost says anything.
  while (language === 'powershell' && !cursor.currentNode.isError && onlyPart(cursor.currentNode) && cursor.gotoFirstChild()) climbs++;
  const n = cursor.currentNode;
  const kept = { t: n.isMissing ? 'MISSING' : n.type, l: n.startPosition.row + 1, s: source.slice(n.startIndex, n.endIndex) };
  if (field) kept.f = field;
  const children = [];
  if (cursor.gotoFirstChild()) {
    do {
      const child = cursor.currentNode;
      if (child.isNamed || child.isError || child.isMissing) children.push(node(cursor, source, language));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  for (; climbs > 0; climbs--) cursor.gotoParent();
  if (children.length) kept.c = children;
  return kept;
}

const onlyPart = n => n.childCount === 1 && n.type !== 'command' && n.firstChild.isNamed && n.firstChild.startIndex === n.startIndex && n.firstChild.endIndex === n.endIndex;

(async () => {
  const [language, ...files] = process.argv.slice(2);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(`tree-sitter-${language}/tree-sitter-${language}.wasm`)));
  const trees = files.map(file => {
    const source = fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
    return node(parser.parse(source).walk(), source, language);
  });
  process.stdout.write(JSON.stringify(trees));
})();
