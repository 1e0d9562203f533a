/** The forms of a lead picture that search engines ask for, in px at their largest. */
export const crops = {
  '16x9': { width: 1200, height: 675 },
  '4x3': { width: 1200, height: 900 },
  '1x1': { width: 1200, height: 1200 },
} as const;

export type Crop = keyof typeof crops;

export function isCrop(name: string): name is Crop {
  return Object.hasOwn(crops, name);
}
