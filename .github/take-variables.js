// Reads the repository's variables as JSON from ALL; writes NAME=value for each that infra/main.parameters.json names and that is set.
const fs = require('fs');
const path = require('path');

const parameters = fs.readFileSync(path.join(__dirname, '..', 'infra', 'main.parameters.json'), 'utf8');
const known = new Set([...parameters.matchAll(/\$\{([A-Z0-9_]+)\}/g)].map(match => match[1]));
for (const [name, value] of Object.entries(JSON.parse(process.env.ALL))) {
  // One line each, or a value could bring variables of its own.
  if (known.has(name) && value !== '') console.log(`${name}=${value.replace(/[\r\n]+/g, ' ')}`);
}
