import { getPaper, paperName } from '../paper.mjs';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export async function GET({ site }) {
  const { stories, authors } = await getPaper();
  const items = stories.slice(0, 20).map(({ data, rendered }) => {
    const url = new URL(data.url, site).href;
    return `    <item>
      <title>${escaped(data.title)}</title>
      <link>${url}</link>
      <guid>${url}</guid>
      <pubDate>${data.date.toUTCString()}</pubDate>
      <description>${escaped(data.description)}</description>
      ${data.author.map((slug) => `<dc:creator>${escaped(authors.get(slug).data.title)}</dc:creator>`).join('')}
      ${data.tag.map((slug) => `<category>${slug}</category>`).join('')}
      <content:encoded>${escaped(rendered.html)}</content:encoded>
    </item>
`;
  });
  const text = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${paperName}</title>
    <link>${site}</link>
    <description>The newest stories</description>
    <language>en-GB</language>
    <atom:link rel="self" href="${new URL('/feed.xml', site).href}" type="application/rss+xml"/>
${items.join('')}  </channel>
</rss>
`;
  return new Response(text, { headers: { 'Content-Type': 'application/rss+xml' } });
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => escapes[character]);
}
