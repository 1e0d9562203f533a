import { cores, figure, gigabytes, made, month, rates, shapes, storyCounts, type Cost, type Load } from './costs';
import { prices } from './prices';
import { table } from './report';

const [begin, end] = ['<!-- npm run costs writes this -->', '<!-- until here -->'];

/** A page with the tables of what running the paper costs between its two marks. */
export function withCostTables(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no “${begin}” and “${end}” for the tables.`);
  return `${page.slice(0, from)}${begin}\n\n${costTables()}\n\n${page.slice(to)}`;
}

const loads = rates.flatMap((rate) => storyCounts.map((stories) => ({ stories, rate })));

function total(cost: Cost): string {
  if ('reason' in cost) return cost.reason;
  return `$${figure(cost.lines.reduce((sum, { dollars }) => sum + dollars, 0))}`;
}

/** The tables of docs/operators.md: what is asked for, what each shape costs, how that comes about, and the prices. */
function costTables(): string {
  const name = ({ stories, rate }: Load) => `${stories.toLocaleString('en')} stories, ${rate.toLocaleString('en')}/s`;
  const asked = loads.map((load) => [
    name(load),
    `${figure((load.rate * month) / 1e6)} million`,
    `${figure(made(load))}`,
    `${Math.round(100 * (1 - made(load) / load.rate))} %`,
    figure(cores(load)),
    `${figure(gigabytes(load))} GB`,
  ]);
  const totals = Object.entries(shapes).map(([shape, cost]) => [shape, ...loads.map((load) => total(cost(load)))]);
  const bills = Object.entries(shapes).flatMap(([shape, cost]) =>
    loads.flatMap((load) => {
      const result = cost(load);
      if ('reason' in result) return [];
      const lines = result.lines.map(({ of, dollars }) => `${of} = $${figure(dollars)}`);
      return [[shape, name(load), lines.join('; ')]];
    }),
  );
  const sources = Object.values(prices).map(({ name, value, from, seen }) => [
    name,
    typeof value === 'number'
      ? `${value}`
      : value.map(({ terabytes, price }) => `${price} for ${terabytes} TB`).join(', '),
    `${from}, ${seen}`,
  ]);
  return [
    table(['', 'pages asked for a month', 'made a second', 'from a cache', 'cores', 'sent a month'], asked),
    table(['dollars a month', ...loads.map(name)], totals),
    table(['shape', 'asked for', 'the bill'], bills),
    table(['price, in dollars', '', 'source'], sources),
  ].join('\n\n');
}
