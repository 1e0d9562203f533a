/** A price in dollars, or what comes with one; where it was read, and as of when. */
type Price<T = number> = { name: string; value: T; from: string; seen: string };

const unchecked = 'could not be looked up: **check it**';
const vercelBlog = 'https://vercel.com/blog/improved-infrastructure-pricing';
const thirdParty = 'https://toolstac.com/ai/pricing/vercel/usage-based-pricing-breakdown';
const hetznerApi =
  "Hetzner's price list of 2026-05-27 as quoted in https://github.com/devantler-tech/platform/commit/cb791c6f";

/** The hosts' public prices that docs/operators.md reckons with. Exchange them, then `npm run costs`. */
export const prices = {
  box: price('A box, Hetzner CX33: 4 shared cores, 8 GB; a month (€6.49 at 1.1637)', 7.55, hetznerApi, 'second hand'),
  boxCores: price('Its cores', 4, hetznerApi, 'second hand'),
  boxTerabytes: price('Its traffic, TB in the price', 20, hetznerApi, 'second hand'),
  boxTraffic: price('A TB beyond that (€1)', 1.16, hetznerApi, 'second hand'),
  vercelSeat: price(
    'Vercel Pro, a seat; a month',
    20,
    'https://flexprice.io/blog/vercel-pricing-breakdown',
    '2025-08-08',
  ),
  vercelGigabytes: price(
    'GB sent in its price',
    1000,
    'https://flexprice.io/blog/vercel-pricing-breakdown',
    '2025-08-08',
  ),
  vercelMillions: price(
    'million requests in its price',
    10,
    'https://flexprice.io/blog/vercel-pricing-breakdown',
    '2025-08-08',
  ),
  vercelTransfer: price('Vercel, a GB sent', 0.15, vercelBlog, '2024-04-04'),
  vercelRequests: price('Vercel, a million requests', 2, vercelBlog, '2024-04-04'),
  vercelInvocations: price('Vercel, a million calls of functions', 0.6, vercelBlog, '2024-04-04'),
  vercelWrites: price('Vercel, a million units written to the page store', 4, vercelBlog, '2024-04-04'),
  vercelCpu: price('Vercel, an hour of processor', 0.128, thirdParty, 'as stored, second hand'),
  vercelMemory: price('Vercel, a GB-hour of memory', 0.0106, thirdParty, 'as stored, second hand'),
  vercelBuild: price('Vercel, a minute of a build', 0.014, 'Public knowledge', unchecked),
  neonCompute: price(
    'Neon Launch, an hour of a computing unit',
    0.106,
    'https://raw.githubusercontent.com/neondatabase/website/main/content/docs/introduction/plans.md',
    '2026-11-12',
  ),
  neonStorage: price('Neon Launch, a GB of storage; a month', 0.35, 'the same page', '2026-11-12'),
  lambdaRequests: price(
    'AWS Lambda, us-east-1, a million requests',
    0.2,
    'https://aws.amazon.com/lambda/pricing/',
    'as stored',
  ),
  lambdaSeconds: price(
    'AWS Lambda, a GB-second',
    0.0000166667,
    'https://cloudchipr.com/blog/aws-lambda-pricing',
    '2024',
  ),
  storeWrites: price('S3, a million pages written', 5, 'Public knowledge', unchecked),
  frontTransfer: {
    name: 'CloudFront, North America and Europe, a GB, by TB sent',
    value: [
      { terabytes: 10, price: 0.085 },
      { terabytes: 40, price: 0.08 },
      { terabytes: 100, price: 0.06 },
      { terabytes: 350, price: 0.04 },
    ],
    from: 'https://aws.amazon.com/cloudfront/pricing',
    seen: 'as stored',
  },
  frontGigabytes: price(
    'GB that CloudFront sends free',
    1000,
    'https://aws.amazon.com/cloudfront/pricing',
    'as stored',
  ),
  frontMillions: price(
    'million requests that it answers free',
    10,
    'https://aws.amazon.com/cloudfront/pricing',
    'as stored',
  ),
  frontRequests: price('CloudFront, a million requests by HTTPS', 1, 'Public knowledge', unchecked),
  rdsHour: price(
    'RDS for Postgres, db.t4g.medium (2 cores, 4 GB), one zone, an hour',
    0.065,
    'https://infratally.com/articles/aws-rds-pricing-explained-2026.html',
    '2026, second hand',
  ),
  rdsStorage: price(
    'RDS, a GB of gp3; a month',
    0.115,
    'https://www.usage.ai/blogs/aws/reserved-instances/rds/pricing-calculator/',
    '2026-06, second hand',
  ),
};

function price(name: string, value: number, from: string, seen: string): Price {
  return { name, value, from, seen };
}
