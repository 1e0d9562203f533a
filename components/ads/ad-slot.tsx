import type { CSSProperties } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';
import { reservedSize, type AdPlace } from '@/lib/ad-slots';
import { AdContent } from './ad-content';

/** A labelled place for an ad, which keeps the room of the tallest ad that it may get, on narrow and on wide screens. */
export function AdSlot({ place, locale, className = '' }: { place: AdPlace; locale: string; className?: string }) {
  const label = messagesOf(locale).frame.advertisement;
  const { narrow, wide } = reservedSize(place);
  const sizes: CSSProperties & Record<`--${string}`, string> = {
    '--ad-width': `${narrow.width}px`,
    '--ad-height': `${narrow.height}px`,
    '--ad-width-wide': `${wide.width}px`,
    '--ad-height-wide': `${wide.height}px`,
  };
  return (
    <div role="group" aria-label={label} className={`ad no-print ${className}`} style={sizes}>
      <p className="label text-soft" aria-hidden="true">
        {label}
      </p>
      <AdContent place={place} />
    </div>
  );
}
