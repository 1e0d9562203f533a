type Condition = { type: string; key: string; value?: string };

/** A route of `.vercel/output/config.json` (Build Output API 3), as far as Next's builds use them. */
export type VercelRoute = {
  src?: string;
  dest?: string;
  headers?: Record<string, string>;
  status?: number;
  continue?: boolean;
  has?: Condition[];
  missing?: Condition[];
  handle?: string;
};

/** Where a request leads. */
export type VercelMatch = {
  /** The file or function that answers, by its path; undefined where the routes themselves answer. */
  output: string | undefined;
  /** What the function reads as the query. */
  query: URLSearchParams;
  status: number | undefined;
  /** Of the answer, whatever answers. */
  headers: Record<string, string>;
};

/**
 * Finds what answers a request as Vercel's network does: routes in their order, phase by phase, with a look at files and
 * functions between.
 *
 * @param isOutput whether a file or function lies at a path
 */
export function routeRequest(
  routes: VercelRoute[],
  isOutput: (path: string) => boolean,
  url: URL,
  requestHeaders: Record<string, string> = {},
): VercelMatch {
  const found = { path: url.pathname, query: new URLSearchParams(url.search), status: undefined, headers: {} };
  const state: Omit<VercelMatch, 'output'> & { path: string } = found;
  const answer = (output: string | undefined): VercelMatch => {
    if (output !== undefined) run('hit', () => false);
    return { output, query: state.query, status: state.status, headers: state.headers };
  };
  /** Goes through the routes of a phase until one ends it. */
  const run = (phase: string, ends: () => boolean): boolean => {
    for (const route of phaseOf(routes, phase)) {
      const groups = matchOf(route, state.path, url, requestHeaders);
      if (!groups) continue;
      for (const [name, value] of Object.entries(route.headers ?? {})) {
        state.headers[name.toLowerCase()] = fill(value, groups);
      }
      if (route.status) state.status = route.status;
      if (route.dest) {
        const [path = '', query = ''] = fill(route.dest, groups).split('?');
        state.path = path;
        for (const [name, value] of new URLSearchParams(query)) state.query.set(name, value);
      }
      if (!route.continue || ends()) return true;
      if (state.status && state.headers.location) return true;
    }
    return false;
  };
  run('', () => false);
  if (state.status && state.headers.location) return answer(undefined);
  if (isOutput(state.path)) return answer(state.path);
  for (const phase of ['filesystem', 'miss', 'rewrite']) {
    if (run(phase, () => isOutput(state.path)) && isOutput(state.path)) return answer(state.path);
  }
  state.status = 404;
  return answer(isOutput('/404') ? '/404' : undefined);
}

/** The routes behind `{"handle": phase}`; those before the first are of the phase ''. */
function phaseOf(routes: VercelRoute[], phase: string): VercelRoute[] {
  let current = '';
  return routes.filter((route) => {
    if (route.handle) current = route.handle;
    return !route.handle && current === phase;
  });
}

/** What the expressions of a route found in a request, by number and name; undefined where it is not for that request. */
function matchOf(route: VercelRoute, path: string, url: URL, headers: Record<string, string>) {
  const match = new RegExp(route.src ?? '^').exec(path);
  if (!match) return undefined;
  const groups: Record<string, string> = { ...match.groups };
  match.forEach((text, index) => (groups[index] = text ?? ''));
  const holds = ({ type, key, value }: Condition) => {
    const actual = type === 'query' ? url.searchParams.get(key) : type === 'header' ? headers[key] : undefined;
    if (actual === null || actual === undefined) return false;
    if (value === undefined) return true;
    const found = new RegExp(`^${value}$`).exec(actual);
    Object.assign(groups, found?.groups);
    return found !== null;
  };
  return (route.has ?? []).every(holds) && !(route.missing ?? []).some(holds) ? groups : undefined;
}

/** `$1` and `$name` in a text, by what was found. */
function fill(text: string, groups: Record<string, string>): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => groups[name] ?? '');
}
