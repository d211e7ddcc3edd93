/** Entities that editors and exports really leave in texts. Numeric ones are decoded by their number. */
const namedEntities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  sup2: '²',
  sup3: '³',
  sect: '§',
  copy: '©',
  reg: '®',
  times: '×',
  numero: '№',
};

const breakingTag =
  /<(?:br|hr|\/?(?:p|div|li|ul|ol|dl|dd|dt|tr|table|tbody|thead|h[1-6]|blockquote|section|article|header|footer|pre|figure|figcaption|center))(?:\s[^<>]{0,4000})?\/?>/gi;
/** Tags inside a line, where a word may be cut: «Иван<b>ов</b>» is one word. */
const inlineTag =
  /<(?:\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]{0,4000})?\/?|!--[^<>]{0,4000}--)>/gi;
const anyTag = /<\/?[a-z][a-z0-9]{0,20}(?::[a-z]{1,20})?(?:\s[^<>]{0,4000})?\/?>/gi;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi;
/** `[id123|Имя]`, `[club7|Название]` of VK: the words a person saw are kept. */
const mention = /\[(?:id|club|public|event)\d{1,20}(?::[\w-]{0,40})?\|([^\]\n]{1,200})\]/g;
/**
 * Zero-width and direction marks, soft hyphen, the object placeholder, variation selectors, stress and other marks that
 * make no letter, keycaps, tags, lone halves of pairs, controls but \t and \n.
 */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc]|\p{Script=Inherited}|\p{Me}|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
/** Letters and digits of other widths and fonts: «８９１２», «𝟖𝟗», «①». They become usual ones. */
const oddWidths = /[\u2460-\u2473\u24b6-\u24ea\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]|[\u{1f100}-\u{1f10a}]/gu;
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Whether there is anything to do: most messages are plain already. Combining marks stand apart from other signs. */
const needsWork =
  /[ \t]{2}| \n|\n |\n{3}|[<&[\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2460-\u2473\u24b6-\u24ea\u3000\u3164\ufeff-\uff5e\uffa0\ufff9-\ufffc]|[\p{Mn}\p{Me}\p{Surrogate}]|[\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f10a}\u{e0000}-\u{e007f}]/u;
/** Signs of usual messages: 1 a letter or a mark that begins nothing, 2 a space or a line break, of which two in a row are work. */
const usual = new Uint8Array(0x2200);
for (let code = 0x21; code < 0x7f; code += 1) usual[code] = 1;
for (let code = 0x401; code <= 0x451; code += 1) usual[code] = 1;
for (const sign of '«»–—“”„…№') usual[sign.charCodeAt(0)] = 1;
for (const sign of '<&[') usual[sign.charCodeAt(0)] = 0;
for (const sign of ' \n') usual[sign.charCodeAt(0)] = 2;

/** Whether a text has usual signs only: most have, and are told so at once. */
function isUsual(text: string): boolean {
  let last = 0;
  for (let i = 0; i < text.length; i += 1) {
    const kind = usual[text.charCodeAt(i)] ?? 0;
    if (kind === 0 || (kind === 2 && last === 2)) return false;
    last = kind;
  }
  return true;
}
/** Exports encode what was encoded: `&amp;nbsp;`. */
const MOST_ENCODINGS = 3;

/**
 * What a person would read: tags, entities, mentions' ids and invisible characters are gone, line
 * breaks are `\n`, letters are composed. Emoji, case and wording stay. All later offsets of words and
 * of masked spans count in this text. Time is linear in the length.
 */
export function plainText(raw: string): string {
  if (isUsual(raw) || !needsWork.test(raw)) return raw.trim();
  let text = withoutTags(raw.replace(/\r\n?/g, '\n'));
  for (let times = 0; times < MOST_ENCODINGS && text.includes('&'); times += 1) {
    const decoded = withoutTags(text.replace(entity, decodeEntity));
    if (decoded === text) break;
    text = decoded;
  }
  if (text.includes('[')) text = text.replace(mention, '$1');
  return text
    .normalize('NFC')
    .replace(oddWidths, (character) => character.normalize('NFKC'))
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(oddSpaces, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(breakingTag, '\n').replace(inlineTag, '').replace(anyTag, ' ') : text;

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return namedEntities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(decimal, 10);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}
