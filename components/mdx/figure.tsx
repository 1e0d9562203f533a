import { pageWidth } from '../article/page-width';
import { Picture } from '../article/picture';

/** What the writer gives, and the file's size, which lib/article-body.ts adds. */
type Props = { src: string; alt: string; credit?: string; caption?: string; width: number; height: number };

export function Figure({ src, alt, credit, caption, width, height }: Props) {
  return (
    <figure className="my-8">
      <Picture picture={{ src, width, height }} alt={alt} sizes={`(min-width: 48rem) 42rem, ${pageWidth}`} />
      {(caption ?? credit) && (
        <figcaption className="label mt-2 text-soft">
          {caption} {credit && <span className="whitespace-nowrap">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
