import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { mdxComponents } from '../mdx/mdx-components';

/** A story's body: a tree of data, printed with our components. */
export function ArticleBody({ tree }: { tree: Root }) {
  return <div className="story">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components: mdxComponents })}</div>;
}
