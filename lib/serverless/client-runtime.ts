/** Scripts of Next, which lib/no-client-runtime takes out. */
const scriptsOfNext = /<script[^>]*\/_next\/static\/chunks\/|self\.__next_f|TURBOPACK/;

/** Whether a page still has them. */
export function hasClientRuntime(html: string): boolean {
  return scriptsOfNext.test(html);
}
