import type { CategoryCount } from '@/lib/categories';
import { formatPeriod } from '@/lib/dates';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { archivePath, categoryPath, feedPath, pagePath } from '@/lib/urls';

type Props = {
  site: Site;
  categories: CategoryCount[];
  /** Years with stories, newest first. */
  years: string[];
  pages: { slug: string; title: string }[];
};

export function Footer({ site, categories, years, pages }: Props) {
  const messages = messagesOf(site.locale);
  const words = messages.frame;
  return (
    <footer className="later no-print mt-16 bg-sheet pb-10">
      <div className="wrap">
        <div className="scale" />
        <p className="pt-6 font-headline text-2xl font-extrabold tracking-[calc(-0.02*var(--tracking))]">{site.name}</p>
        {site.tagline && <p className="text-soft">{site.tagline}</p>}
        <div className="mt-6 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
          <nav aria-label={words.allSections}>
            <FooterHeading id="all-sections">{words.sections}</FooterHeading>
            <ul className="columns-2 gap-x-6">
              {categories.map(({ slug, name }) => (
                <FooterLink key={slug} href={categoryPath(slug)} text={name} />
              ))}
            </ul>
          </nav>
          <nav aria-labelledby="footer-archive">
            <FooterHeading id="footer-archive">{words.archive}</FooterHeading>
            <ul>
              {years.map((year) => (
                <FooterLink
                  key={year}
                  href={archivePath(year)}
                  text={fill(words.storiesOf, { period: formatPeriod(year, site.locale) })}
                />
              ))}
              <FooterLink href="/search" text={messages.search.title} />
              <FooterLink href={feedPath('/', 'rss')} text={messages.feed} />
            </ul>
          </nav>
          <nav aria-labelledby="footer-about">
            <FooterHeading id="footer-about">{words.paper}</FooterHeading>
            <ul>
              <FooterLink href="/about" text={words.about} />
              <FooterLink href="/corrections" text={messages.corrections.title} />
              <FooterLink href="/withdrawals" text={messages.withdrawals.title} />
              {pages.map(({ slug, title }) => (
                <FooterLink key={slug} href={pagePath(slug)} text={title} />
              ))}
            </ul>
          </nav>
          <div>
            <FooterHeading id="footer-contact">{words.contact}</FooterHeading>
            <p className="text-[0.9375rem]">
              {site.publisher.name}
              <br />
              <a href={`mailto:${site.publisher.contactEmail}`} className="link inline-block py-1">
                {site.publisher.contactEmail}
              </a>
            </p>
          </div>
        </div>
      </div>
    </footer>
  );
}

function FooterHeading({ id, children }: { id: string; children: string }) {
  return (
    <h2 id={id} className="mb-1 font-headline text-[0.9375rem] font-semibold">
      {children}
    </h2>
  );
}

function FooterLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a href={href} className="quiet-link inline-block py-1 text-[0.9375rem] leading-tight">
        {text}
      </a>
    </li>
  );
}
