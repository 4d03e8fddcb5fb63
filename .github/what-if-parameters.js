// Reads the repository's variables as JSON from ALL; writes a parameters file with the value of each variable that is set and that
// infra/main.parameters.json names. Numbers and booleans are written as such, by the types in infra/main.bicep.
const fs = require('fs');
const path = require('path');

const read = name => fs.readFileSync(path.join(__dirname, '..', 'infra', name), 'utf8');
const types = new Map([...read('main.bicep').matchAll(/^param (\w+) (\w+)/gm)].map(match => [match[1], match[2]]));
const variables = JSON.parse(process.env.ALL);
const parameters = {};
for (const [name, { value }] of Object.entries(JSON.parse(read('main.parameters.json')).parameters)) {
  const text = variables[value.slice('${'.length, -1)];
  if (text) parameters[name] = { value: types.get(name) === 'string' ? text : JSON.parse(text) };
}
const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
console.log(JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', parameters }, null, 2));
