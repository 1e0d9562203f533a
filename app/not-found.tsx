import { NotFoundText } from '@/components/site/not-found-text';
import { getFrame } from '@/lib/frame';
import { nothingHereMetadata } from './nothing-here';

export const generateMetadata = nothingHereMetadata;

/** Next's own page for addresses that no route matches; [...path] leaves none, but the build asks for it. */
export default async function NotFound() {
  const { site, latest } = await getFrame(new Date());
  return <NotFoundText site={site} articles={latest} />;
}
