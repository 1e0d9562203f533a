import { printAdsTxt } from '@/lib/ads-txt';
import { conditionalAnswer } from '@/lib/conditional-answer';
import { getSite } from '@/lib/site';

/** Who may sell the paper's advertising space, as content/site.yaml says. */
export async function GET(request: Request) {
  const { adsTxt } = await getSite();
  if (!adsTxt) return new Response('content/site.yaml names no adsTxt.\n', { status: 404 });
  return conditionalAnswer(request, 'text/plain', printAdsTxt(adsTxt));
}
