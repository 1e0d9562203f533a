/** Shortcodes of WordPress itself. Others belong to plugins, and look like any words in brackets. */
const known = new Set(['caption', 'wp_caption', 'gallery', 'embed', 'audio', 'video', 'playlist']);

export type Shortcode = { name: string; attributes: Record<string, string> };

const shortcode = /\[(\[?)(\/?)([A-Za-z][\w-]*)((?:\s[^\]\n]*)?)\](\]?)/g;

/**
 * Makes elements of shortcodes, so that they can be found in the tree of the HTML around them: `[gallery ids="1,2"]` becomes
 * `<wp-shortcode data-shortcode='{…}'></wp-shortcode>`. `[[gallery]]` is the way to write the shortcode itself, and loses
 * its outer brackets (https://codex.wordpress.org/Shortcode_API).
 *
 * @param lost is told of what seems to be a shortcode of a plugin, which is left as it stands
 */
export function markShortcodes(html: string, lost: (what: string) => void): string {
  const open: string[] = [];
  const marked = html.replace(
    shortcode,
    (whole, escape: string, slash: string, name: string, rest: string, end: string) => {
      if (!known.has(name)) {
        if (/=/.test(rest) || (slash && html.includes(`[${name}`)))
          lost(`the shortcode [${name}] of a plugin, left as it stands`);
        return whole;
      }
      if (escape && end) return whole.slice(1, -1);
      if (slash) {
        if (!open.includes(name)) return whole;
        open.splice(open.lastIndexOf(name), 1);
        return '</wp-shortcode>';
      }
      const mark = `<wp-shortcode data-shortcode="${escapeAttribute(JSON.stringify({ name, attributes: readAttributes(rest) }))}">`;
      const isClosed = !/\/\s*$/.test(rest) && html.includes(`[/${name}]`);
      if (!isClosed) return `${escape}${mark}</wp-shortcode>${end}`;
      open.push(name);
      return `${escape}${mark}`;
    },
  );
  return marked + '</wp-shortcode>'.repeat(open.length);
}

/** What a marked shortcode says; undefined of a text that is none. */
export function readShortcode(text: unknown): Shortcode | undefined {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  try {
    const read: Shortcode = JSON.parse(text);
    return typeof read.name === 'string' && typeof read.attributes === 'object' ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** name="value", name='value' or name=value; a value alone is the first one's address, under the name `0`. */
function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single, bare, alone] of text.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+))|(\S+)/g,
  )) {
    if (name) attributes[name.toLowerCase()] = double ?? single ?? bare ?? '';
    else if (alone && alone !== '/') attributes['0'] ??= alone.replace(/^["']|["']$/g, '');
  }
  return attributes;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
