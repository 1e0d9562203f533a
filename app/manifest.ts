import type { MetadataRoute } from 'next';
import { getIcon, iconAddress, iconFiles, type IconFile } from '@/lib/cards/icon';
import { getSite } from '@/lib/site';
import { textDirection } from '@/lib/text-direction';

/** Read at each request, as the paper's name may change after the build. */
export const dynamic = 'force-dynamic';

const offered: IconFile[] = ['icon-192.png', 'icon-512.png', 'maskable-512.png'];

/** By this a browser offers to keep the paper among a reader's apps (W3C Web Application Manifest). */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const site = await getSite();
  const icon = await getIcon(site);
  return {
    id: '/',
    name: site.name,
    description: site.description,
    lang: site.locale,
    dir: textDirection(site.locale),
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    categories: ['news'],
    icons: offered.map((file) => ({
      src: iconAddress(icon, file),
      sizes: `${iconFiles[file].size}x${iconFiles[file].size}`,
      type: 'image/png',
      purpose: iconFiles[file].isMaskable ? 'maskable' : 'any',
    })),
  };
}
