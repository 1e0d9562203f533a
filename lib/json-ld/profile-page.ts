import { toString } from 'hast-util-to-string';
import type { ProfilePage, WithContext } from 'schema-dts';
import type { Author } from '../authors';
import { authorPath } from '../urls';
import { typeOfAuthor } from './publisher';

/** An author's page: https://schema.org/ProfilePage, with the properties that Google documents and the page shows. */
export function profilePage(author: Author, siteUrl: string): WithContext<ProfilePage> {
  const { slug, name, role, image, links, bio } = author;
  const description = toString(bio).replaceAll(/\s+/g, ' ').trim();
  const profiles = links.map(({ url }) => url).filter((url) => /^https?:/.test(url));
  const type = typeOfAuthor(slug);
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: siteUrl + authorPath(slug),
    mainEntity: {
      '@type': type,
      name,
      url: siteUrl + authorPath(slug),
      // An organisation has no job.
      ...(role && type === 'Person' && { jobTitle: role }),
      ...(description !== '' && { description }),
      ...(image && { image: siteUrl + image.src }),
      ...(profiles.length > 0 && { sameAs: profiles }),
    },
  };
}
