import type { AdSeller, AdsTxt } from 'contentlayer/generated';

type Sellers = Pick<AdSeller, 'domain' | 'account' | 'relationship' | 'certification'>[];

/** By this line a paper says that nobody may sell its space (IAB ads.txt 1.1, 3.2.1). */
const nobody = 'placeholder.example.com, placeholder, DIRECT, placeholder';

/** Who may sell the paper's advertising space, by the IAB's specification ads.txt 1.1. */
export function printAdsTxt({
  contact,
  ownerDomain,
  managerDomain,
  sellers,
}: Omit<AdsTxt, '_id' | '_raw' | 'type' | 'sellers'> & { sellers: Sellers }): string {
  const variables = { CONTACT: contact, OWNERDOMAIN: ownerDomain, MANAGERDOMAIN: managerDomain };
  const named = Object.entries(variables).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  const records = sellers.map(({ domain, account, relationship, certification }) =>
    [domain, account, relationship, certification].filter(Boolean).join(', '),
  );
  return [...named, ...(records.length > 0 ? records : [nobody]), ''].join('\n');
}
