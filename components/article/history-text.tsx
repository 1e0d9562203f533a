import type { ArticleHistory } from '@/lib/article-history';
import type { Article } from '@/lib/articles';
import type { Site } from '@/lib/site';
import { Breadcrumb } from '../site/breadcrumb';
import { FormattedDate } from '../site/formatted-date';
import { PageHeading } from '../site/page-heading';
import { TextDiff } from './text-diff';

type Props = {
  article: Pick<Article, 'path' | 'title' | 'publishedAt' | 'corrections'>;
  history: ArticleHistory;
  site: Site;
};

/** What changed in a story since it was published: the newest change first, down to its publication. */
export function HistoryText({ article, history, site }: Props) {
  const { changes, smallEdits } = history;
  return (
    <div className="marked max-w-3xl">
      <div className="pt-5">
        <Breadcrumb trail={[{ name: article.title, href: article.path }]} />
      </div>
      <PageHeading label="History of the story" title="What changed, and when">
        <p>
          {changes.length === 0 ? <Unchanged history={history} site={site} /> : <Key />}
          {article.corrections.length > 0 && (
            <>
              {' '}
              What was wrong and had to be put right is said in{' '}
              <a href={`${article.path}#corrections`} className="link">
                the story’s corrections
              </a>
              .
            </>
          )}
        </p>
      </PageHeading>
      <ol reversed className="border-t border-strong">
        {changes.map((change) => (
          <li key={change.changedAt.getTime()} className="border-b border-rule pt-6 pb-8">
            <h2 className="headline text-lg">
              <FormattedDate date={change.changedAt} style="moment" site={site} />
            </h2>
            <TextDiff change={change} />
          </li>
        ))}
        <li className="py-6">
          <h2 className="headline text-lg">
            <FormattedDate date={article.publishedAt} style="moment" site={site} />
          </h2>
          <p className="mt-1">The story was published.</p>
          <Gaps history={history} site={site} />
        </li>
      </ol>
      {smallEdits.length > 0 && (
        <details className="border-t border-rule py-3">
          <summary className="py-2">
            {smallEdits.length === 1 ? '1 small edit' : `${smallEdits.length} small edits`} (punctuation and spacing)
          </summary>
          <ol reversed>
            {smallEdits.map((change) => (
              <li key={change.changedAt.getTime()} className="pt-4 pb-3">
                <h2 className="label font-semibold text-soft">
                  <FormattedDate date={change.changedAt} style="moment" site={site} />
                </h2>
                <TextDiff change={change} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <p className="mt-8">
        <a href={article.path} className="link">
          Read the story as it stands
        </a>
      </p>
    </div>
  );
}

/** What can be said of a story without changes: no more than what is on record. */
function Unchanged({ history: { hiddenBefore, beginsAt }, site }: Pick<Props, 'history' | 'site'>) {
  const since = hiddenBefore ?? beginsAt;
  if (!since) return 'The story has not changed since it was published.';
  return (
    <>
      No change is on record since <FormattedDate date={since} style="moment" site={site} />.
    </>
  );
}

/** How to read the marks, shown on themselves. */
function Key() {
  return (
    <>
      Words that were taken out are <del>struck through</del>, and words that came in are <ins>underlined</ins>. Only
      the passages that changed are shown.
    </>
  );
}

/** Where the record does not go back to what was published. */
function Gaps({ history: { hiddenBefore, beginsAt }, site }: Pick<Props, 'history' | 'site'>) {
  if (hiddenBefore) {
    return (
      <p className="mt-1 text-soft">
        Its versions from before <FormattedDate date={hiddenBefore} style="moment" site={site} /> are not shown.
      </p>
    );
  }
  if (!beginsAt) return null;
  return (
    <p className="mt-1 text-soft">
      The record of its changes begins on <FormattedDate date={beginsAt} style="moment" site={site} />.
    </p>
  );
}
