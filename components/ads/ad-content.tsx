import type { AdPlace } from '@/lib/ad-slots';
import { reservedSize } from '@/lib/ad-slots';

/**
 * The seam for real ads: what this component returns is what every ad place shows. Return a house ad, or the tag of an
 * ad server; the place around it keeps the height, so nothing moves. The sizes of each place are in lib/ad-slots.ts.
 * By default it shows the size of the place, and loads nothing.
 */
export function AdContent({ place }: { place: AdPlace }) {
  const { narrow, wide } = reservedSize(place);
  return (
    <div className="ad-placeholder label text-soft" aria-hidden="true">
      <span className="lg:hidden">
        {narrow.width} × {narrow.height}
      </span>
      <span className="hidden lg:inline">
        {wide.width} × {wide.height}
      </span>
    </div>
  );
}
