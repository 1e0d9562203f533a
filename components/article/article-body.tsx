import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { languageAttributes } from '@/lib/text-direction';
import { mdxComponents } from '../mdx/mdx-components';

/**
 * A story's body: a tree of data, printed with our components.
 *
 * @param lang the language of the body, where it is not the paper's
 */
export function ArticleBody({ tree, lang }: { tree: Root; lang?: string }) {
  const body = toJsxRuntime(tree, { Fragment, jsx, jsxs, components: mdxComponents });
  return (
    <div {...languageAttributes(lang)} className="story">
      {body}
    </div>
  );
}
