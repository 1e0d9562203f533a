const { preloadFontsOnWideScreens } = require('./preload-fonts-on-wide-screens.cjs');
const { putOffManifest } = require('./put-off-manifest.cjs');
const { stripScripts } = require('./strip-scripts.cjs');

/**
 * What a page still needs between Next's renderer and its reader.
 *
 * @param {string} html a page as Next renders it
 * @returns {string}
 */
function finishDocument(html) {
  return putOffManifest(preloadFontsOnWideScreens(stripScripts(html)));
}

module.exports = { finishDocument };
