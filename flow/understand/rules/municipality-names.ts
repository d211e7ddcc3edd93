/** How people call municipalities of each kind; a reform renames the kind, the people go on. */
const sameKinds: readonly (readonly string[])[] = [
  ['муниципальный район', 'муниципальный округ', 'городской округ', 'район', 'округ', 'мр', 'мо'],
];
const kindOf = /(?:^|\s)(муниципальный район|муниципальный округ|городской округ|район|округ)(?=\s|$)/i;

/**
 * The names a municipality is met under: «Льговский район» is «Льговский муниципальный округ» after a reform, «муниципальный
 * округ Коломна» is «округ Коломна» and «МО Коломна».
 */
export function municipalityNames(name: string): string[] {
  const kind = kindOf.exec(name)?.[1];
  if (kind === undefined) return [name];
  const own = name.replace(kindOf, ' ').replace(/\s+/g, ' ').trim();
  if (own === '') return [name];
  const isFirst = name.toLowerCase().startsWith(kind.toLowerCase());
  const others = (sameKinds.find((kinds) => kinds.includes(kind.toLowerCase())) ?? []).map((other) =>
    isFirst ? `${other} ${own}` : `${own} ${other}`,
  );
  return [...new Set([name, ...others])];
}
