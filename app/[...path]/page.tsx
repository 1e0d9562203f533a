import { MovedOrNothing } from '@/app/nothing-here';

type Props = { params: Promise<{ path: string[] }> };

export function generateStaticParams() {
  return [];
}

/** Every address of no other form: old ones lead on, the others say that there is nothing. */
export default async function OtherAddress({ params }: Props) {
  const { path } = await params;
  return <MovedOrNothing path={`/${path.map(decode).join('/')}`} />;
}

/** Params come percent-encoded; an address that does not decode is none of ours. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
