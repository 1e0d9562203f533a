const words = {
  away: {
    title: 'Back in a moment',
    text: 'This page cannot be shown right now. The paper will be back soon. Pages that were read today may still be there:',
    links: '<a href="/">Front page</a> · <a href="/about">About and contact</a>',
  },
  mistake: {
    title: 'This page could not be made',
    text: 'The mistake is ours, not yours. It has been written down. Try again in a minute, or go to another page:',
    links: '<a href="/">Front page</a> · <a href="/search">Search</a> · <a href="/about">About and contact</a>',
  },
};

/** What Next renders where it could not make a page, for its client runtime to fill. */
const isEmptyShell = (html) => html.includes('<html id="__next_error__"');

/**
 * A page that could not be made, the layout included: it needs no data, no script and no style sheet, and so is English
 * and looks the same in every paper.
 *
 * @param {boolean} isAway whether that is because the edition's database is away
 * @returns {string}
 */
function failedDocument(isAway) {
  const { title, text, links } = isAway ? words.away : words.mistake;
  return `<!DOCTYPE html><html lang="en" style="color-scheme:light dark;background:light-dark(#fbf9f4,#10151e)"><head><meta charset="utf-8"/><title>${title}</title><meta name="robots" content="noindex"/><meta name="viewport" content="width=device-width, initial-scale=1"/></head><body style="font:1.125rem/1.5 Georgia,serif;max-width:36rem;margin:12vh auto;padding:0 1.25rem"><main><h1 style="font-size:2rem;line-height:1.15">${title}</h1><p>${text}</p><p>${links}</p></main></body></html>`;
}

module.exports = { failedDocument, isEmptyShell };
