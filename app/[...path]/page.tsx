import { NothingHere } from '@/app/nothing-here';

type Props = { params: Promise<{ path: string[] }> };

export function generateStaticParams() {
  return [];
}

/** Every address of no other form: old ones lead on, the others say that there is nothing. */
export default async function OtherAddress({ params }: Props) {
  return <NothingHere path={`/${(await params).path.join('/')}`} />;
}
