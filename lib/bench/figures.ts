/** What is measured at each size: its name, its unit, and the most that it may be, where there is such a goal. */
export const figures = {
  coldSeconds: { name: 'Cold edition', unit: 's', goals: { 10_000: 150, 100_000: 1500 } },
  coldMemory: { name: 'Cold edition, memory of all processes', unit: 'MB', goals: 2000 },
  unchangedSeconds: { name: 'Nothing changed', unit: 's', goals: 10 },
  editSeconds: { name: 'Newest headline edited, command to live', unit: 's', goals: 5 },
  oldEditSeconds: { name: 'Old headline edited, command to live', unit: 's', goals: 5 },
  editMemory: { name: 'Publishing an edit, memory of all processes', unit: 'MB', goals: undefined },
  slowestQuery: { name: 'Slowest query of any page', unit: 'ms', goals: 20 },
  frontMiss: { name: 'Front page made anew', unit: 'ms', goals: undefined },
  articleMiss: { name: 'Article made for its first reader, median', unit: 'ms', goals: 100 },
  articleMissP95: { name: 'Article made for its first reader, 95th percentile', unit: 'ms', goals: 100 },
  cached: { name: 'Page from the cache', unit: 'ms', goals: undefined },
  searchP50: { name: 'Search, median', unit: 'ms', goals: undefined },
  searchP95: { name: 'Search, 95th percentile', unit: 'ms', goals: 100 },
  distinctPages: { name: 'Distinct pages asked for', unit: '', goals: undefined },
  serverMemory: { name: 'Server after them', unit: 'MB', goals: 400 },
  serverPeak: { name: 'Server at its most', unit: 'MB', goals: undefined },
  editionSize: { name: 'Edition', unit: 'MB', goals: undefined },
  uploadSize: { name: 'Upload to a serverless host', unit: 'MB', goals: undefined },
} as const satisfies Record<string, { name: string; unit: string; goals: number | Record<number, number> | undefined }>;

export type FigureName = keyof typeof figures;

/** One run at one size. */
export type SizeFigures = Partial<Record<FigureName, number | undefined>>;

/** The most that a figure may be at a size; undefined where no goal is set. */
export function goalOf(name: FigureName, size: number): number | undefined {
  const goals: number | Record<number, number> | undefined = figures[name].goals;
  return typeof goals === 'object' ? goals[size] : goals;
}

/** The value that so many parts of some values lie below; of the median, 0.5. */
export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}
