import { prices } from './prices';

/** What docs/performance.md says, and what had to be taken for granted; docs/operators.md tells which is which. */
export const measured = {
  /** Of processor time for a page that is made, in seconds. */
  pageSeconds: 0.045,
  /** Queries of an article's page, one after the other, and what each of them waits for a database in the same region. */
  queries: 25,
  queryWait: 0.001,
  /** Of the database's processor for a page, in seconds. */
  querySeconds: 0.01,
  /** A page and its pictures as a phone gets them first, in kB, and the requests that this takes. */
  pageKilobytes: 52,
  requestsOfPage: 3,
  /** A page in the store of a serverless host, in units of 8 kB. */
  storeUnits: 8,
  /** An edition, in kB for each story. */
  sqliteKilobytes: 20,
  postgresKilobytes: 18,
  /** What a function may hold, and what it holds besides the edition, in MB. */
  functionMegabytes: 250,
  otherMegabytes: 87,
  publicationsPerDay: 50,
  buildMinutes: 3,
};

export const storyCounts = [1_000, 100_000, 1_000_000];
export const rates = [1, 1_000];

/** Seconds of a month, and its hours. */
export const month = 2_630_000;
const hours = 730;

/** From this age on a page is made anew for whoever asks, in seconds (docs/decisions/regeneration.md). */
const pageAge = 15;

/** Of a processor's time, so that an hour with more readers than others has room. */
const share = 0.5;

/**
 * Pages made in a second. Stories are read as Zipf has it: the tenth most read a tenth as often as the first. A page that
 * is asked for l times a second, and kept for t seconds, is made l / (1 + l t) times a second.
 */
export function pagesMade(stories: number, rate: number): number {
  let harmonic = 0;
  for (let rank = 1; rank <= stories; rank += 1) harmonic += 1 / rank;
  let made = 0;
  for (let rank = 1; rank <= stories; rank += 1) {
    const asked = rate / harmonic / rank;
    made += asked / (1 + asked * pageAge);
  }
  return made;
}

/** One line of a bill: how it comes about, and what it is in dollars a month. */
export type Line = { of: string; dollars: number };

/** What a shape costs; a reason where it is none. */
export type Cost = { lines: Line[] } | { reason: string };

export type Load = { stories: number; rate: number };

export const shapes: Record<string, (load: Load) => Cost> = {
  'One box': (load) => {
    const boxes = boxesFor(cores(load));
    if (boxes > 1) return { reason: `needs ${figure(cores(load))} cores, busy at ${share * 100} %: several boxes` };
    return { lines: [boxLine(1), trafficLine(load)] };
  },
  'Several boxes, Postgres on one': (load) => {
    const app = Math.max(2, boxesFor(cores(load)));
    const database = boxesFor(made(load) * measured.querySeconds);
    // One more has nginx, and sends everything.
    return { lines: [boxLine(1 + app + database), trafficLine(load)] };
  },
  'Vercel, the edition in the bundle': (load) => refusal(load) ?? { lines: [...vercel(load, 0), buildLine()] },
  'Vercel and Neon': (load) => ({ lines: [...vercel(load, measured.queries * measured.queryWait), ...neon(load)] }),
  'Lambda and CloudFront, the edition in the bundle': (load) => refusal(load) ?? { lines: lambda(load, 0) },
  'Lambda, CloudFront and RDS': (load) => ({
    lines: [...lambda(load, measured.queries * measured.queryWait), ...rds(load)],
  }),
};

export const made = ({ stories, rate }: Load) => pagesMade(stories, rate);
const madeMillions = (load: Load) => (made(load) * month) / 1e6;
export const cores = (load: Load) => made(load) * measured.pageSeconds;
const boxesFor = (busy: number) => Math.max(1, Math.ceil(busy / share / prices.boxCores.value));
export const gigabytes = ({ rate }: Load) => (rate * month * measured.pageKilobytes) / 1e6;
const requestMillions = ({ rate }: Load) => (rate * month * measured.requestsOfPage) / 1e6;

/** The edition does not fit into a function. */
function refusal({ stories }: Load): Cost | undefined {
  const size = measured.otherMegabytes + (stories * measured.sqliteKilobytes) / 1000;
  if (size <= measured.functionMegabytes) return undefined;
  return { reason: `does not fit: ${figure(size)} MB of ${measured.functionMegabytes}` };
}

function boxLine(boxes: number): Line {
  return line(`${boxes} × $${prices.box.value}`, boxes * prices.box.value);
}

function trafficLine(load: Load): Line {
  const [sent, free] = [gigabytes(load) / 1000, prices.boxTerabytes.value];
  const over = Math.max(0, sent - free);
  return line(
    `traffic ${figure(sent)} TB, ${free} in the price, × $${prices.boxTraffic.value}`,
    over * prices.boxTraffic.value,
  );
}

function vercel(load: Load, wait: number): Line[] {
  const [pages, sent, requests] = [madeMillions(load), gigabytes(load), requestMillions(load)];
  const cpu = (pages * 1e6 * measured.pageSeconds) / 3600;
  const memory = ((pages * 1e6 * (measured.pageSeconds + wait)) / 3600) * 2;
  const units = pages * measured.storeUnits;
  return [
    line('a seat', prices.vercelSeat.value),
    beyond(sent, prices.vercelGigabytes.value, prices.vercelTransfer.value, 'GB sent'),
    beyond(requests, prices.vercelMillions.value, prices.vercelRequests.value, 'million requests'),
    times(pages, prices.vercelInvocations.value, 'million pages made'),
    times(cpu, prices.vercelCpu.value, 'hours of processor'),
    times(memory, prices.vercelMemory.value, 'GB-hours of memory'),
    times(units, prices.vercelWrites.value, 'million units of 8 kB written'),
  ];
}

function buildLine(): Line {
  const minutes = measured.publicationsPerDay * 30 * measured.buildMinutes;
  return times(minutes, prices.vercelBuild.value, 'minutes of builds');
}

function neon(load: Load): Line[] {
  const units = Math.max(1, Math.ceil((made(load) * measured.querySeconds) / share));
  return [
    times(units * hours, prices.neonCompute.value, 'hours of a computing unit'),
    times(databaseSize(load), prices.neonStorage.value, 'GB of database'),
  ];
}

function lambda(load: Load, wait: number): Line[] {
  const pages = madeMillions(load);
  // So much memory comes with a whole processor.
  const seconds = pages * 1e6 * (measured.pageSeconds + wait) * 1.77;
  return [
    times(pages, prices.lambdaRequests.value, 'million pages made'),
    times(pages, prices.storeWrites.value, 'million pages written to S3'),
    times(seconds, prices.lambdaSeconds.value, 'GB-seconds'),
    line(`${figure(gigabytes(load))} GB sent, by steps`, steps(gigabytes(load))),
    beyond(requestMillions(load), prices.frontMillions.value, prices.frontRequests.value, 'million requests'),
  ];
}

function rds(load: Load): Line[] {
  const units = Math.max(1, Math.ceil((made(load) * measured.querySeconds) / share / 2));
  return [
    times(units * hours, prices.rdsHour.value, 'hours of 2 cores'),
    times(Math.max(20, databaseSize(load)), prices.rdsStorage.value, 'GB of database, 20 at least'),
  ];
}

function databaseSize({ stories }: Load): number {
  return (stories * measured.postgresKilobytes) / 1e6;
}

/** CloudFront's price falls as more is sent. */
function steps(sent: number): number {
  let [rest, dollars] = [Math.max(0, sent - prices.frontGigabytes.value), 0];
  for (const { terabytes, price } of prices.frontTransfer.value) {
    const part = Math.min(rest, terabytes * 1000);
    dollars += part * price;
    rest -= part;
  }
  return dollars;
}

function times(amount: number, price: number, what: string): Line {
  return line(`${figure(amount)} ${what} × $${price}`, amount * price);
}

function beyond(amount: number, free: number, price: number, what: string): Line {
  return line(
    `${figure(amount)} ${what}, ${figure(free)} in the price, × $${price}`,
    Math.max(0, amount - free) * price,
  );
}

function line(of: string, dollars: number): Line {
  return { of, dollars };
}

/** Three digits: these are estimates. */
export function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en');
}
