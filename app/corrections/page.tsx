import type { Metadata } from 'next';
import { CorrectionsPage } from './corrections-page';

export const metadata: Metadata = {
  title: 'Corrections',
  description: 'What was wrong in our stories, and what is right.',
  alternates: { canonical: '/corrections' },
};

export default function Page() {
  return <CorrectionsPage page={1} />;
}
