/**
 * Bytes of a text part → text, when the letter says nothing of its encoding, or lies.
 *
 * Russian mail has four single-byte encodings and programs that label all of them `iso-8859-1`, `us-ascii`
 * or nothing. Any bytes decode in any of them, so the choice is made by how much the result looks like Russian.
 */

/** Share of each letter in running Russian text, percent. Source: Национальный корпус русского языка, the usual table. */
const letterShare: ReadonlyMap<string, number> = new Map(
  Object.entries({
    о: 10.97,
    е: 8.45,
    а: 8.01,
    и: 7.35,
    н: 6.7,
    т: 6.26,
    с: 5.47,
    р: 4.73,
    в: 4.54,
    л: 4.4,
    к: 3.49,
    м: 3.21,
    д: 2.98,
    п: 2.81,
    у: 2.62,
    я: 2.01,
    ы: 1.9,
    ь: 1.74,
    г: 1.7,
    з: 1.65,
    б: 1.59,
    ч: 1.44,
    й: 1.21,
    х: 0.97,
    ж: 0.94,
    ш: 0.73,
    ю: 0.64,
    ц: 0.48,
    щ: 0.36,
    э: 0.32,
    ф: 0.26,
    ъ: 0.04,
    ё: 0.04,
  }),
);

/** Pairs of letters that running text is full of: without them a page with the case inverted may look as likely. */
const commonPairs = new Set(
  (
    'ст но то на ен ов ни ра во ко ал ли по ре ос пр го та ро ер ор ка ть не от ой ом ет де ла ве ел ле ан ат ва да ' +
    'ин ит ес ол тр ри он за об до ны ск ед ем ил ма те ти ар ам ки ие ия ве ди ог од их ой ые ый мо ме ми ло лу со се'
  ).split(' '),
);

const russianEncodings = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const;
/** Labels programs write when they do not know: never a reason to believe them over the bytes. */
const emptyLabels = new Set([
  '',
  'utf-8',
  'us-ascii',
  'iso-8859-1',
  'windows-1252',
  'x-unknown',
  'unknown-8bit',
]);
const singleByteCyrillic = new Set<string>([...russianEncodings, 'koi8-u', 'x-mac-cyrillic']);

/** Ordinary Russian text scores about 5, in a wrong code page below 3. */
const leastCredibleScore = 1;
/** How much better another encoding must look before a declared Cyrillic one is not believed. */
const beliefInLabel = 1.5;

const isCyrillicCapital = (char: string) => char >= 'А' && char <= 'Я';
const isAccented = (char: string) => char >= 'À' && char <= 'ÿ';
const isAsciiLetter = (char: string) => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');

function scoreOf(char: string, before: string): number {
  const share = letterShare.get(char.toLowerCase());
  if (share !== undefined) {
    if (isCyrillicCapital(char) && letterShare.has(before)) return -5;
    return commonPairs.has((before + char).toLowerCase()) ? share + 4 : share;
  }
  if ('«»—–…№“”„’°§\u00a0•'.includes(char)) return 0.5;
  // An accented letter is credible in a Latin word («Café à Paris»), a row of them is another code page («Ïðèâåò»).
  if (isAccented(char)) return isAccented(before) ? -4 : isAsciiLetter(before) ? 2 : 1;
  return -5;
}

/** Mean credibility of the characters above ASCII; ASCII alone is credible. */
function credibility(text: string): number {
  let sum = 0;
  let count = 0;
  let before = '';
  for (const char of text.slice(0, 20_000)) {
    if (char > '\u007f') {
      sum += scoreOf(char, before);
      count += 1;
    }
    before = char;
  }
  return count === 0 ? 5 : sum / count;
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** The standard name of an encoding the letter declares; `''` when absent or unheard of. */
function knownLabel(declared: string | null): string {
  const label = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^cp-?(\d+)$/, 'windows-$1')
    .replace(/^win-?(\d+)$/, 'windows-$1');
  return decoderFor(label || 'unknown')?.encoding ?? '';
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Controls other than tab and line ends, and marks of failed decoding. */
function isGarbage(text: string): boolean {
  let bad = 0;
  for (const char of text) {
    if (char === '\ufffd' || (char < ' ' && char !== '\n' && char !== '\r' && char !== '\t' && char !== '\f'))
      bad += 1;
  }
  return bad > 3 && bad > text.length / 20;
}

function mostCredible(bytes: Uint8Array): { readonly text: string; readonly score: number } {
  const candidates = [...russianEncodings, 'windows-1252', 'utf-8'].map((label) => {
    const text = new TextDecoder(label).decode(bytes);
    return { text, score: credibility(text) };
  });
  return candidates.reduce((best, next) => (next.score > best.score ? next : best));
}

/**
 * The text of `bytes`; `null` when no encoding makes it look like a text.
 * @param declared the label in the letter, believed unless the bytes say otherwise
 */
export function decodeText(bytes: Uint8Array, declared: string | null): string | null {
  const label = knownLabel(declared);
  const utf8 = strictUtf8(bytes);
  // Several bytes above ASCII that happen to be valid UTF-8 are UTF-8, whatever the label; except in
  // encodings that never use such bytes (UTF-16, ISO-2022-JP).
  const text = utf8 !== null && !/^(utf-16|iso-2022)/.test(label) ? utf8 : decodeByLabel(bytes, label);
  return text === null || isGarbage(text) ? null : text;
}

function decodeByLabel(bytes: Uint8Array, label: string): string | null {
  const declared = emptyLabels.has(label) ? null : decoderFor(label);
  if (declared === null) {
    const best = mostCredible(bytes);
    return best.score >= leastCredibleScore ? best.text : null;
  }
  const text = declared.decode(bytes);
  if (!singleByteCyrillic.has(label)) return text;
  const best = mostCredible(bytes);
  return best.score > credibility(text) + beliefInLabel ? best.text : text;
}

/**
 * Undoes a text already decoded with the wrong Latin code page («Ïðèâåò» → «Привет»), as encoded words of
 * headers come out of the MIME library; a text without such damage is returned as it is.
 */
export function repairText(text: string): string {
  if (credibility(text) >= leastCredibleScore) return text;
  const bytes: number[] = [];
  for (const char of text) {
    const byte = latinByte.get(char);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  const repaired = decodeText(Uint8Array.from(bytes), null);
  return repaired !== null && credibility(repaired) > credibility(text) ? repaired : text;
}

const latinByte: ReadonlyMap<string, number> = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
);
