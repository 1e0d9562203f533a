/** A page of a list, counted from 1, and what lies around it. */
export type Paged<T> = { items: T[]; page: number; pages: number; total: number };

/** Stories on one page of a list. */
export const pageSize = 20;

/** How many rows come before a page. */
export function offsetOf(page: number): number {
  return (page - 1) * pageSize;
}

/** The page with its neighbours' count; at least one page, so that an empty list is a page too. */
export function paged<T>(items: T[], page: number, total: number): Paged<T> {
  return { items, page, pages: Math.max(1, Math.ceil(total / pageSize)), total };
}
