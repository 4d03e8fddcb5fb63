// Reads {"tables": {name: "(column:type, ...)"}, "queries": {name: text}} from stdin; writes {name: [problem, ...]}.
// The checker is the language service that Azure's own query editors use.
const fs = require('fs');
require('@kusto/language-service-next/bridge.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.js');

const { Symbols, GlobalState, KustoCode } = Kusto.Language;
const { tables, queries } = JSON.parse(fs.readFileSync(0, 'utf8'));
const symbols = Object.entries(tables).map(([name, schema]) => new Symbols.TableSymbol.$ctor7(name, schema, null));
const database = new Symbols.DatabaseSymbol.$ctor3('workspace', null, symbols, false);
const globals = GlobalState.Default.WithDatabase(database);

const report = {};
for (const [name, text] of Object.entries(queries)) {
  const found = KustoCode.ParseAndAnalyze(text, globals).GetDiagnostics();
  report[name] = [];
  for (let i = 0; i < found.Count; i++) {
    const line = text.slice(0, found.getItem(i).Start).split('\n').length;
    report[name].push(`line ${line}: ${found.getItem(i).Message}`);
  }
}
process.stdout.write(JSON.stringify(report));
