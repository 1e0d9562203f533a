import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { StoryList } from '../article/story-list';
import { PageHeading } from './page-heading';
import { SearchForm } from './search-form';
import { Sentence } from './sentence';

/** What a reader can do who came to an address that holds nothing. */
export function NotFoundText({ site, articles }: { site: Site; articles: ArticleSummary[] }) {
  const { notFound: words, latestStories } = messagesOf(site.locale);
  const { contactEmail } = site.publisher;
  const front = (
    <a href="/" className="link">
      {words.frontPage}
    </a>
  );
  const address = (
    <a href={`mailto:${contactEmail}`} className="link">
      {contactEmail}
    </a>
  );
  return (
    <div className="max-w-3xl">
      <PageHeading label="404" title={words.heading}>
        <p>
          <Sentence message={words.mend} parts={{ front, address }} />
        </p>
      </PageHeading>
      <SearchForm id="not-found-search" label={words.search} locale={site.locale} className="max-w-md" />
      <h2 className="headline mt-10 mb-3 text-xl">{latestStories}</h2>
      <StoryList articles={articles} site={site} heading="h3" />
    </div>
  );
}
