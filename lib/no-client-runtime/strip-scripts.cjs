/**
 * Takes out of a page what only Next's client runtime would use: its script files and their preloads, and the copy of
 * the page's data that hydration reads. What is left is the document and the paper's own inline scripts.
 *
 * @param {string} html a page as Next renders it
 * @returns {string}
 */
function stripScripts(html) {
  return html
    .replace(/<script(?:(?! type=)[^>])*? src="[^"]*\/_next\/static\/chunks\/[^"]*"[^>]*><\/script>/g, '')
    .replace(/<script[^>]*>\(?(?:self\.__next_|globalThis\["TURBOPACK"\]|globalThis\.TURBOPACK)[\s\S]*?<\/script>/g, '')
    .replace(/<script[^>]*>\$R[A-Z]+[=(][\s\S]*?<\/script>/g, '')
    .replace(/<link[^>]* as="script"[^>]*>/g, '');
}

module.exports = { stripScripts };
