import type { Metadata } from 'next';
import { parsePageNumber } from '@/lib/urls';
import { CorrectionsPage } from '../../corrections-page';

type Props = { params: Promise<{ page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  return { title: `Corrections, page ${page}`, alternates: { canonical: `/corrections/page/${page}` } };
}

export default async function Page({ params }: Props) {
  return <CorrectionsPage page={parsePageNumber((await params).page)} />;
}
