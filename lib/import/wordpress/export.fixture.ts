/** An item of an export; what is not given is as of a published post. */
export type ItemFields = {
  id: number;
  type?: string;
  status?: string;
  title?: string;
  link?: string;
  name?: string;
  date?: string;
  dateUtc?: string;
  creator?: string;
  content?: string;
  excerpt?: string;
  parent?: number;
  sticky?: boolean;
  password?: string;
  attachment?: string;
  terms?: [domain: string, slug: string, name: string][];
  meta?: Record<string, string>;
  /** Further XML within the item. */
  more?: string;
};

/** An export as WordPress writes one (WXR 1.2). */
export function makeExport(items: ItemFields[], channel = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="https://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="https://wordpress.org/export/1.2/">
<channel>
<title>The Old Paper</title>
<link>https://old.example.org</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example.org</wp:base_blog_url>
<wp:author><wp:author_login>mpark</wp:author_login><wp:author_email>mina@old.example.org</wp:author_email><wp:author_display_name>${cdata('Mina Park')}</wp:author_display_name></wp:author>
<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>harbour</wp:category_nicename><wp:cat_name>${cdata('Harbour')}</wp:cat_name><wp:category_description>${cdata('Ships and quays.')}</wp:category_description></wp:category>
${channel}
${items.map(makeItem).join('\n')}
</channel>
</rss>
`;
}

function makeItem(fields: ItemFields): string {
  const { id, terms = [['category', 'harbour', 'Harbour']], meta = {}, sticky, password = '' } = fields;
  return `<item>
<title>${cdata(fields.title ?? 'A headline')}</title>
<link>${fields.link ?? `https://old.example.org/2019/05/a-story-${id}/`}</link>
<dc:creator>${cdata(fields.creator ?? 'mpark')}</dc:creator>
<content:encoded>${cdata(fields.content ?? 'The sea is calm today.')}</content:encoded>
<excerpt:encoded>${cdata(fields.excerpt ?? '')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${fields.date ?? '2019-05-03 18:30:00'}</wp:post_date>
<wp:post_date_gmt>${fields.dateUtc ?? '2019-05-03 09:30:00'}</wp:post_date_gmt>
<wp:post_name>${fields.name ?? `a-story-${id}`}</wp:post_name>
<wp:status>${fields.status ?? 'publish'}</wp:status>
<wp:post_parent>${fields.parent ?? 0}</wp:post_parent>
<wp:post_type>${fields.type ?? 'post'}</wp:post_type>
<wp:post_password>${cdata(password)}</wp:post_password>
<wp:is_sticky>${sticky ? 1 : 0}</wp:is_sticky>
${fields.attachment ? `<wp:attachment_url>${fields.attachment}</wp:attachment_url>` : ''}
${terms.map(([domain, slug, name]) => `<category domain="${domain}" nicename="${slug}">${cdata(name)}</category>`).join('\n')}
${Object.entries(meta)
  .map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  )
  .join('\n')}
${fields.more ?? ''}
</item>`;
}

/** WordPress, too, ends a section where its text has what would end it, and begins another. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
