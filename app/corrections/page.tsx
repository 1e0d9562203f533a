import type { Metadata } from 'next';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { CorrectionsPage } from './corrections-page';

export async function generateMetadata(): Promise<Metadata> {
  const words = messagesOf((await getSite()).locale).corrections;
  return { title: words.title, description: words.summary, alternates: { canonical: '/corrections' } };
}

export default function Page() {
  return <CorrectionsPage page={1} />;
}
