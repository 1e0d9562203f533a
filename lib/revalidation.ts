/** No page has a longer address; Next takes 1024 characters. */
const maxPathLength = 1000;

/** The addresses that a request names, or what is wrong with it and how to mend that. */
export function readPaths(
  body: string,
): { paths: string[]; mistake?: undefined } | { paths?: undefined; mistake: string } {
  const form = 'Send {"paths": ["/", "/2025/10/25/a-story"]}.';
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
  const paths: string[] = [];
  for (const path of content.paths) {
    if (typeof path !== 'string' || path.length > maxPathLength || !/^\/[^\s?#[\]]*$/.test(path)) {
      return { mistake: `${JSON.stringify(path).slice(0, 200)} is not a path of this site. ${form}` };
    }
    paths.push(path);
  }
  return { paths };
}
