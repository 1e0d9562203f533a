import type { Processor } from 'unified';
import { compileBody } from './compile-body';

/**
 * Contentlayer's `markdown` callback: instead of HTML, a document's `body.html` holds the body as JSON. Mistakes
 * travel inside it, so that one run finds all of them; lib/edition/compile-documents.ts reads it back.
 */
export function compileBodyPlugin(processor: Processor): void {
  processor.use(function () {
    this.parser = (source) => ({ type: 'root', children: [{ type: 'text', value: source }] });
    this.compiler = (_tree, file) => JSON.stringify(compileBody(withoutFrontMatter(String(file))));
  });
}

/** Contentlayer hands over the whole document as it was staged: three lines of front matter first. */
function withoutFrontMatter(document: string): string {
  return document.replace(/^---\n.*\n---\n/, '');
}
