/**
 * Browsers fetch the manifest as soon as they read of it, beside the styles and the lead picture. A page's script names it
 * once the page is there (lib/page-scripts.mjs); where no script runs, the link itself does.
 *
 * @param {string} html a page as Next renders it
 * @returns {string}
 */
function putOffManifest(html) {
  return html.replace(/<link rel="manifest"[^>]*>(?!<\/noscript>)/, '<noscript>$&</noscript>');
}

module.exports = { putOffManifest };
