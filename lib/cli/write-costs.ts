import { readFileSync, writeFileSync } from 'node:fs';
import { withCostTables } from '../bench/cost-page';

/** `npm run costs`: writes the tables of docs/operators.md anew, after a price or a figure was exchanged. */
const page = 'docs/operators.md';
writeFileSync(page, withCostTables(readFileSync(page, 'utf8')));
