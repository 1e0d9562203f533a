/** What a request to revalidate asks for. */
export type Revalidation = {
  /** Addresses whose pages are to be made anew. */
  paths: string[];
  /** Whether all pages are. */
  isEverywhere: boolean;
};

/** No page has a longer address; Next takes 1024 characters. */
const maxPathLength = 1000;

/** Whether a site can make the page at a path anew: brackets would stand for many pages at once. */
export function isPagePath(path: string): boolean {
  return path.length <= maxPathLength && /^\/[^\s?#[\]]*$/.test(path);
}

const form = 'Send {"paths": ["/", "/2025/10/25/a-story"]}, with "everywhere": true for all pages.';

/** What a request's body asks for, or what is wrong with it and how to mend that. */
export function readRevalidation(
  body: string,
): { revalidation: Revalidation; mistake?: undefined } | { revalidation?: undefined; mistake: string } {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return { mistake: `The body is not JSON. ${form}` };
    throw error;
  }
  if (typeof content !== 'object' || content === null || !('paths' in content) || !Array.isArray(content.paths)) {
    return { mistake: `The body has no list “paths”. ${form}` };
  }
  const isEverywhere = 'everywhere' in content ? content.everywhere : false;
  if (typeof isEverywhere !== 'boolean') return { mistake: `“everywhere” is neither true nor false. ${form}` };
  const paths: string[] = [];
  for (const path of content.paths) {
    if (typeof path !== 'string' || !isPagePath(path)) {
      return { mistake: `${JSON.stringify(path).slice(0, 200)} is not a path of this site. ${form}` };
    }
    paths.push(path);
  }
  return { revalidation: { paths, isEverywhere } };
}
