import type { PortalTexts } from '#texts/ru/portal.ts';
import type { Site } from './views.ts';

/** `/manifest.webmanifest`: how the portal looks once put on the first screen of a phone. */
export function webManifest(site: Site, texts: PortalTexts): string {
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `${site.assets.icons}${name}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return JSON.stringify({
    name: `${texts.name}: ${site.regionName}`,
    short_name: texts.name,
    lang: site.language,
    start_url: `${site.base}/`,
    scope: `${site.base}/`,
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#1f5fbf',
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
  });
}
