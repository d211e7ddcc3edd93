import { latinWords } from '#kernel/transliterate.ts';
import { StartFault } from '#store/start-fault.ts';

/** «Курская область» → `kurskaya-oblast`: the region's name in addresses. */
export const slugOf = (name: string): string => latinWords(name).join('-').slice(0, 63);

/** @throws StartFault where the text cannot stand in an address */
export function checkSlug(slug: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) return slug;
  throw new StartFault(
    `The region cannot be called "${slug}" in addresses: take small Latin letters, digits and hyphens, such as --slug kursk.`,
  );
}
