import type { Metadata } from 'next';
import { postNumberPath } from '@/lib/urls';
import { NothingHere, nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ number: string }> };

/** Not kept: numbers are as many as somebody likes. */
export const dynamic = 'force-dynamic';

export function generateMetadata(): Promise<Metadata> {
  return nothingHereMetadata();
}

/** /?p=12, the short address that a post of WordPress had: next.config.js leads it here. */
export default async function PostNumber({ params }: Props) {
  return <NothingHere path={postNumberPath((await params).number)} />;
}
