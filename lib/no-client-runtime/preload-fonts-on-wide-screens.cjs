/** As in app/globals.css: narrower screens are a phone's, whose first page waits for no font. */
const wideScreens = '(min-width: 48rem)';

/**
 * Next preloads fonts on every screen. On a phone they would take the lead picture's share of the connection, and a
 * first-time reader's page is set without them (docs/decisions/first-paint.md).
 *
 * @param {string} html a page as Next renders it
 * @returns {string}
 */
function preloadFontsOnWideScreens(html) {
  return html.replace(/<link rel="preload"(?=[^>]* as="font")(?![^>]* media=)/g, `$& media="${wideScreens}"`);
}

module.exports = { preloadFontsOnWideScreens };
