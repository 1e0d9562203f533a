const { isEditionAway } = require('../edition/edition-reach.mjs');
const { failedDocument, isEmptyShell } = require('./failed-document.cjs');
const { finishDocument } = require('./finish-document.cjs');

/**
 * Makes Next's page renderer answer with documents: every page that it renders on request loses its client scripts
 * before it is sent or cached.
 *
 * @param {{ AppPageRouteModule: new (...args: unknown[]) => object }} runtime Next's app-page runtime
 */
module.exports = function documentsOnly(runtime) {
  class DocumentRouteModule extends runtime.AppPageRouteModule {
    async render(req, res, context) {
      return stripResult(await super.render(req, res, context), res);
    }

    async prerender(req, res, context) {
      return stripResult(await super.prerender(req, res, context), res);
    }
  }
  return new Proxy(runtime, {
    get: (target, name) => (name === 'AppPageRouteModule' ? DocumentRouteModule : target[name]),
  });
};

async function stripResult(answer, res) {
  const result = 'result' in answer ? answer.result : answer;
  // Next 16.4.6 sets the address of a redirect on the response and, from the same answer, appends it again.
  if (result.metadata.headers?.location) res.removeHeader('location');
  const isData = result.contentType && !result.contentType.startsWith('text/html');
  if (result.isNull || isData) return answer;
  const html = await result.toUnchunkedString(true);
  if (isEmptyShell(html)) {
    result.response = failedDocument(isEditionAway());
    return answer;
  }
  // Next knows no way for a page to answer 410, and by the time that a page which is not cached says 404 it has said 200.
  // So a page carries its status with it (app/nothing-here.tsx, app/withdrawn.tsx).
  const [, status] = /<div data-status="(404|410)"/.exec(html) ?? [];
  if (status) {
    result.metadata.statusCode = Number(status);
    res.statusCode = Number(status);
  }
  result.response = finishDocument(html);
  return answer;
}
