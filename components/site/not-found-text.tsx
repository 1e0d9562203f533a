import type { ArticleSummary } from '@/lib/articles';
import type { Site } from '@/lib/site';
import { StoryList } from '../article/story-list';
import { PageHeading } from './page-heading';
import { SearchForm } from './search-form';

/** What a reader can do who came to an address that holds nothing. */
export function NotFoundText({ site, articles }: { site: Site; articles: ArticleSummary[] }) {
  return (
    <div className="max-w-3xl">
      <PageHeading label="404" title="There is no page here">
        <p>
          The address may be mistyped, or the page may have moved. Search for it, go to the{' '}
          <a href="/" className="link">
            front page
          </a>
          , or write to{' '}
          <a href={`mailto:${site.publisher.contactEmail}`} className="link">
            {site.publisher.contactEmail}
          </a>{' '}
          if a link of ours led you here.
        </p>
      </PageHeading>
      <SearchForm id="not-found-search" label="Search for the page" className="max-w-md" />
      <h2 className="headline mt-10 mb-3 text-xl">The latest stories</h2>
      <StoryList articles={articles} site={site} heading="h3" />
    </div>
  );
}
