import { describe, expect, it } from 'vitest';
import type { Author } from '../authors';
import { profilePage } from './profile-page';

function makeAuthor(fields: Partial<Author> = {}): Author {
  return {
    slug: 'mina-park',
    name: 'Mina Park',
    role: undefined,
    image: undefined,
    links: [],
    bio: { type: 'root', children: [] },
    pictures: new Map(),
    ...fields,
  };
}

describe('an author as structured data', () => {
  it('is a person with a page, and nothing more where the page says no more', () => {
    expect(profilePage(makeAuthor(), 'https://news.example.org')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      url: 'https://news.example.org/author/mina-park',
      mainEntity: { '@type': 'Person', name: 'Mina Park', url: 'https://news.example.org/author/mina-park' },
    });
  });

  it('has the words of the bio, the role, the portrait, and profiles elsewhere but no mailbox', () => {
    const text = { type: 'text' as const, value: 'She writes about\nharbours.' };
    const author = makeAuthor({
      role: 'Editor',
      image: { src: '/images/1a/mina.webp', width: 400, height: 400, alt: '', credit: '', caption: undefined },
      bio: { type: 'root', children: [{ type: 'element', tagName: 'p', properties: {}, children: [text] }] },
      links: [
        { label: 'Write', url: 'mailto:mina@example.org' },
        { label: 'Elsewhere', url: 'https://social.example/@mina' },
      ],
    });
    expect(profilePage(author, 'https://news.example.org')).toMatchObject({
      mainEntity: {
        jobTitle: 'Editor',
        description: 'She writes about harbours.',
        image: 'https://news.example.org/images/1a/mina.webp',
        sameAs: ['https://social.example/@mina'],
      },
    });
  });

  it('is an organisation without a job where a desk signs', () => {
    const { mainEntity } = profilePage(makeAuthor({ slug: 'korea-desk', role: 'Desk' }), 'https://news.example.org');
    expect(mainEntity).toMatchObject({ '@type': 'Organization' });
    expect(mainEntity).not.toHaveProperty('jobTitle');
  });
});
