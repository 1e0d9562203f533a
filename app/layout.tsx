import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { FeedLinks } from '@/components/site/feed-links';
import { Footer } from '@/components/site/footer';
import { Masthead } from '@/components/site/masthead';
import { HeadScript, PageScripts } from '@/components/site/page-scripts';
import { getIcon, iconAddress, iconFiles, type IconFile } from '@/lib/cards/icon';
import { openGraphOf, paperImage } from '@/lib/cards/social-card';
import { getFrame } from '@/lib/frame';
import { messagesOf } from '@/lib/messages/messages-of';
import { readSettings } from '@/lib/settings';
import { textDirection } from '@/lib/text-direction';
import { headline, headlineExtended, text, textExtended, textItalic } from './fonts';
import './globals.css';

/** Pages are made anew in the background from this age on, in seconds; see expireTime in next.config.js. */
export const revalidate = 15;

export async function generateMetadata(): Promise<Metadata> {
  const { site, edition } = await getFrame(new Date());
  const paperIcon = await getIcon(site);
  const icon = (file: IconFile) => ({
    url: iconAddress(paperIcon, file),
    type: 'image/png',
    sizes: `${iconFiles[file].size}x${iconFiles[file].size}`,
  });
  return {
    metadataBase: new URL(readSettings().siteUrl),
    title: { default: site.tagline ? `${site.name} — ${site.tagline}` : site.name, template: `%s — ${site.name}` },
    description: site.description,
    openGraph: { ...openGraphOf(site), type: 'website', images: paperImage(site) },
    twitter: { card: 'summary_large_image' },
    robots: { 'max-image-preview': 'large' },
    icons: { icon: [icon('icon-32.png'), icon('icon-192.png')], apple: icon('icon-180.png') },
    // By this a publisher sees that a page is made from what was published.
    other: { edition },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#10151e' },
  ],
};

const fontVariables = [headline, headlineExtended, text, textExtended, textItalic]
  .map(({ variable }) => variable)
  .join(' ');

export default async function RootLayout({ children }: { children: ReactNode }) {
  const now = new Date();
  const { site, categories, months, pages } = await getFrame(now);
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))].reverse();
  return (
    <html lang={site.locale} dir={textDirection(site.locale)} className={fontVariables} suppressHydrationWarning>
      <head>
        <HeadScript />
        <FeedLinks path="/" title={site.name} />
      </head>
      <body>
        <a href="#main" className="absolute -start-[999rem] z-20 bg-ink px-4 py-3 text-paper focus:start-2 focus:top-2">
          {messagesOf(site.locale).frame.skip}
        </a>
        <Masthead site={site} categories={categories} now={now} />
        <main id="main" tabIndex={-1} className="wrap outline-none">
          {children}
        </main>
        <Footer site={site} categories={categories} years={years} pages={pages} />
        <PageScripts />
      </body>
    </html>
  );
}
