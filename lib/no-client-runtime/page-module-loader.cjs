const path = require('node:path');

/**
 * A bundler loader for the module through which pages get Next's renderer: hands the renderer to documents-only.cjs.
 *
 * @param {string} source next/dist/server/route-modules/app-page/module.compiled.js
 */
module.exports = function pageModuleLoader(source) {
  const wrapper = path.join(__dirname, 'documents-only.cjs');
  const relative = path
    .relative(this.context ?? path.dirname(this.resourcePath), wrapper)
    .split(path.sep)
    .join('/');
  return `${source}\nmodule.exports = require(${JSON.stringify(relative)})(module.exports);\n`;
};
