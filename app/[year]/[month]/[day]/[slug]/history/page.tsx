import type { Metadata } from 'next';
import { HistoryText } from '@/components/article/history-text';
import { getHistory } from '@/lib/article-history';
import { getArticle } from '@/lib/articles';
import { isPeriod } from '@/lib/dates';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { articlePath, historyPath, isSlug } from '@/lib/urls';
import { getWithdrawal } from '@/lib/withdrawals';
import { NothingHere } from '@/app/nothing-here';
import { Withdrawn } from '@/app/withdrawn';

type Props = { params: Promise<{ year: string; month: string; day: string; slug: string }> };

/** Found from its story, never in search: old words of a story must not compete with the ones that hold. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesOf((await getSite()).locale).history.title, robots: { index: false } };
}

/** Each is rendered for its first reader. */
export function generateStaticParams() {
  return [];
}

/** What changed in a story since it was published, and when. */
export default async function Page({ params }: Props) {
  const { year, month, day, slug } = await params;
  const date = `${year}-${month}-${day}`;
  const nothing = <NothingHere path={historyPath(`/${year}/${month}/${day}/${slug}`)} />;
  if (!isPeriod(date) || !isSlug(slug)) return nothing;
  const path = articlePath(date, slug);
  const now = new Date();
  const article = await getArticle(path, now);
  if (!article) {
    const withdrawal = await getWithdrawal(path, now);
    return withdrawal ? <Withdrawn withdrawal={withdrawal} /> : nothing;
  }
  const history = await getHistory(article.id);
  if (!history) return nothing;
  return <HistoryText article={article} history={history} site={await getSite()} />;
}
