import { printableBody } from '@/lib/article-body';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import type { AboutPage } from '@/lib/pages';
import type { Site } from '@/lib/site';
import { pagePath } from '@/lib/urls';
import { ArticleBody } from '../article/article-body';
import { PageHeading } from './page-heading';

type Props = {
  title: string;
  summary: string | undefined;
  page: AboutPage | undefined;
  pages: { slug: string; title: string; summary: string | undefined }[];
  site: Site;
};

/** A page about the paper, with the others beside it. */
export function AboutText({ title, summary, page, pages, site }: Props) {
  const { name, contactEmail, takedownEmail } = site.publisher;
  const messages = messagesOf(site.locale);
  const words = messages.about;
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
      <div className="min-w-0">
        <PageHeading label={site.name} title={title}>
          {summary && <p>{summary}</p>}
        </PageHeading>
        <div className="max-w-[42rem] border-t border-strong pt-6">
          {page && (
            <ArticleBody
              tree={printableBody(page.tree, { pictures: page.pictures, hasAds: false, locale: site.locale })}
            />
          )}
          <dl className="mt-8 grid gap-x-6 gap-y-1 border-t border-rule pt-4 text-[0.975rem] sm:grid-cols-[9rem_1fr]">
            <dt className="text-soft">{words.publisher}</dt>
            <dd>{name}</dd>
            <dt className="text-soft">{words.contact}</dt>
            <dd>
              <a href={`mailto:${contactEmail}`} className="link">
                {contactEmail}
              </a>
            </dd>
            {takedownEmail && (
              <>
                <dt className="text-soft">{words.takedown}</dt>
                <dd>
                  <a href={`mailto:${takedownEmail}`} className="link">
                    {takedownEmail}
                  </a>
                </dd>
              </>
            )}
          </dl>
        </div>
      </div>
      <nav aria-labelledby="about-pages" className="border-t-3 border-strong lg:mt-12">
        <h2 id="about-pages" className="py-2.5 font-headline text-base font-semibold">
          {words.pages}
        </h2>
        <ul>
          {[{ slug: 'about', title: fill(words.title, { paper: site.name }) }, ...pages].map(
            ({ slug, title: name }) => (
              <li key={slug} className="border-t border-rule">
                <a
                  href={pagePath(slug)}
                  aria-current={slug === (page?.slug ?? 'about') ? 'page' : undefined}
                  className="quiet-link block py-2 aria-[current]:font-semibold"
                >
                  {name}
                </a>
              </li>
            ),
          )}
          <li className="border-t border-rule">
            <a href="/corrections" className="quiet-link block py-2">
              {messages.corrections.title}
            </a>
          </li>
          <li className="border-t border-rule">
            <a href="/withdrawals" className="quiet-link block py-2">
              {messages.withdrawals.title}
            </a>
          </li>
        </ul>
      </nav>
    </div>
  );
}
