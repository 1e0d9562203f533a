import { describe, expect, it } from 'vitest';
import { printAdsTxt } from './ads-txt';

const seller = { account: 'pub-1', relationship: 'DIRECT' as const };

describe('ads.txt', () => {
  it('names each seller on a line of its own, and who stands behind the paper', () => {
    const text = printAdsTxt({
      contact: 'ads@example.org',
      ownerDomain: 'example.org',
      managerDomain: 'sales.example.com',
      sellers: [
        { ...seller, domain: 'ads.example.com', certification: 'f08c' },
        { ...seller, domain: 'other.example.com', account: '7', relationship: 'RESELLER' },
      ],
    });
    expect(text.split('\n')).toEqual([
      'CONTACT=ads@example.org',
      'OWNERDOMAIN=example.org',
      'MANAGERDOMAIN=sales.example.com',
      'ads.example.com, pub-1, DIRECT, f08c',
      'other.example.com, 7, RESELLER',
      '',
    ]);
  });

  it('says that nobody sells where it names nobody', () => {
    expect(printAdsTxt({ sellers: [] })).toBe('placeholder.example.com, placeholder, DIRECT, placeholder\n');
  });
});
