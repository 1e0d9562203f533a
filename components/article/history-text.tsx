import type { ArticleHistory } from '@/lib/article-history';
import type { Article } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { historyTrail } from '@/lib/trail';
import { Breadcrumb } from '../site/breadcrumb';
import { FormattedDate } from '../site/formatted-date';
import { PageHeading } from '../site/page-heading';
import { Sentence } from '../site/sentence';
import { TextDiff } from './text-diff';

type Props = {
  article: Pick<Article, 'path' | 'title' | 'publishedAt' | 'corrections'>;
  history: ArticleHistory;
  site: Site;
};

/** What changed in a story since it was published: the newest change first, down to its publication. */
export function HistoryText({ article, history, site }: Props) {
  const { changes, smallEdits } = history;
  const words = messagesOf(site.locale).history;
  return (
    <div className="marked max-w-3xl">
      <div className="pt-5">
        <Breadcrumb trail={historyTrail(article, site.locale)} locale={site.locale} />
      </div>
      <PageHeading label={words.label} title={words.heading}>
        <p>
          {changes.length === 0 ? <Unchanged history={history} site={site} /> : <Key site={site} />}
          {article.corrections.length > 0 && (
            <>
              {' '}
              <Sentence
                message={words.corrections}
                parts={{
                  link: (
                    <a href={`${article.path}#corrections`} className="link">
                      {words.correctionsLink}
                    </a>
                  ),
                }}
              />
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
            <TextDiff change={change} locale={site.locale} />
          </li>
        ))}
        <li className="py-6">
          <h2 className="headline text-lg">
            <FormattedDate date={article.publishedAt} style="moment" site={site} />
          </h2>
          <p className="mt-1">{words.published}</p>
          <Gaps history={history} site={site} />
        </li>
      </ol>
      {smallEdits.length > 0 && (
        <details className="border-t border-rule py-3">
          <summary className="py-2">{words.smallEdits(smallEdits.length)}</summary>
          <ol reversed>
            {smallEdits.map((change) => (
              <li key={change.changedAt.getTime()} className="pt-4 pb-3">
                <h2 className="label font-semibold text-soft">
                  <FormattedDate date={change.changedAt} style="moment" site={site} />
                </h2>
                <TextDiff change={change} locale={site.locale} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <p className="mt-8">
        <a href={article.path} className="link">
          {words.read}
        </a>
      </p>
    </div>
  );
}

/** What can be said of a story without changes: no more than what is on record. */
function Unchanged({ history: { hiddenBefore, beginsAt }, site }: Pick<Props, 'history' | 'site'>) {
  const since = hiddenBefore ?? beginsAt;
  const words = messagesOf(site.locale).history;
  if (!since) return words.unchanged;
  return (
    <Sentence message={words.noneSince} parts={{ moment: <FormattedDate date={since} style="moment" site={site} /> }} />
  );
}

/** How to read the marks, shown on themselves. */
function Key({ site }: Pick<Props, 'site'>) {
  const words = messagesOf(site.locale).history;
  const parts = { removed: <del>{words.removedWords}</del>, added: <ins>{words.addedWords}</ins> };
  return <Sentence message={words.key} parts={parts} />;
}

/** Where the record does not go back to what was published. */
function Gaps({ history: { hiddenBefore, beginsAt }, site }: Pick<Props, 'history' | 'site'>) {
  const words = messagesOf(site.locale).history;
  const since = hiddenBefore ?? beginsAt;
  if (!since) return null;
  return (
    <p className="mt-1 text-soft">
      <Sentence
        message={hiddenBefore ? words.hidden : words.begins}
        parts={{ moment: <FormattedDate date={since} style="moment" site={site} /> }}
      />
    </p>
  );
}
