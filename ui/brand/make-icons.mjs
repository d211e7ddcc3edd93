// Draws every icon file from the one mark. Run after the mark or the brand colour changes: node ui/brand/make-icons.mjs
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { markPath } from './mark.ts';

const here = (name) => new URL(name, import.meta.url);
const tokens = await readFile(here('../tokens.css'), 'utf8');
const [light, dark] = [...tokens.matchAll(/--brand: (#[0-9a-f]{6})/g)].map((match) => match[1]);

const mark = `<path fill-rule="evenodd" d="${markPath}"/>`;
const word = await readFile(here('wordmark-path.txt'), 'utf8');

await writeFile(
  here('public/favicon.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>path{fill:${light}}@media(prefers-color-scheme:dark){path{fill:${dark}}}</style>${mark}</svg>\n`,
);
await writeFile(
  here('mark.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="${light}">${mark}</svg>\n`,
);
await writeFile(
  here('wordmark.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 288 64" role="img" aria-label="Отклик"><g fill="${light}">${mark}</g><path fill="#16202a" transform="translate(76 42)" d="${word.trim()}"/></svg>\n`,
);

/** @param {{ size: number, ground: string, ink: string, share: number }} icon `share`: part of the side the mark takes */
const drawing = ({ size, ground, ink, share }) => {
  const scale = (size * share) / 64;
  const offset = (size - size * share) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${ground}"/><g fill="${ink}" transform="translate(${offset} ${offset}) scale(${scale})">${mark}</g></svg>`;
};

// A maskable icon may lose everything outside the inner 80 % circle, hence the small mark on a full ground.
const icons = [
  { name: 'icon-192.png', size: 192, ground: '#ffffff', ink: light, share: 0.8 },
  { name: 'icon-512.png', size: 512, ground: '#ffffff', ink: light, share: 0.8 },
  { name: 'icon-maskable-512.png', size: 512, ground: light, ink: '#ffffff', share: 0.5 },
  { name: 'apple-touch-icon.png', size: 180, ground: '#ffffff', ink: light, share: 0.7 },
];
for (const icon of icons) {
  await sharp(Buffer.from(drawing(icon)))
    .png({ compressionLevel: 9, palette: true })
    .toFile(here(`public/${icon.name}`).pathname);
}
