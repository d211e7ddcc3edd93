import { StartFault } from '#store/start-fault.ts';

const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Characters of one feature at most; more is a broken file, and would fill the memory. */
const LONGEST_FEATURE = 64_000_000;

/**
 * The features of GeoJSON one by one, whatever the size of the file: a FeatureCollection, or a feature a line (GeoJSON
 * sequence). A feature is found by its braces; what stands inside is parsed on its own, so a broken one spoils no other.
 *
 * @returns each feature's own text
 * @throws StartFault where the text is no GeoJSON
 */
export async function* featureTexts(chunks: AsyncIterable<string>, file: string): AsyncGenerator<string> {
  const scan = new FeatureScan();
  for await (const chunk of chunks) {
    yield* scan.take(chunk);
    if (scan.held > LONGEST_FEATURE)
      throw new StartFault(`${file} is not GeoJSON: its first braces never close.`);
  }
  if (scan.isInside) throw new StartFault(`${file} ends in the middle of a feature: is it whole?`);
}

/** Walks over characters and cuts out the objects that stand where features stand. */
class FeatureScan {
  #text = '';
  #depth = 0;
  #isString = false;
  #isEscaped = false;
  /** Depth of braces and brackets at which features begin: in the list of a collection, or at the very top. */
  #level: number | null = null;
  #from = -1;

  get held(): number {
    return this.#text.length;
  }

  get isInside(): boolean {
    return this.#depth > 0;
  }

  *take(chunk: string): Generator<string> {
    const start = this.#text.length;
    this.#text += chunk;
    let keptFrom = 0;
    for (let i = start; i < this.#text.length; i += 1) {
      const end = this.#step(this.#text.charCodeAt(i), i, keptFrom);
      if (end === null) continue;
      yield this.#text.slice(this.#from, end);
      this.#from = -1;
      keptFrom = end;
    }
    const drop = this.#from >= 0 ? this.#from : keptFrom;
    if (drop > 0) {
      this.#text = this.#text.slice(drop);
      if (this.#from >= 0) this.#from = 0;
    }
  }

  /** @returns where a feature ends, if it ends here */
  #step(code: number, i: number, keptFrom: number): number | null {
    if (this.#isString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) this.#isString = false;
      return null;
    }
    if (code === QUOTE) this.#isString = true;
    else if (code === OPEN || code === OPEN_LIST) {
      if (code === OPEN_LIST && this.#depth === 1 && this.#endsWithFeatures(i, keptFrom)) this.#level = 2;
      if (code === OPEN && this.#depth === (this.#level ?? -1)) this.#from = i;
      if (code === OPEN && this.#depth === 0) this.#from = this.#level === null ? i : this.#from;
      this.#depth += 1;
    } else if (code === CLOSE || code === CLOSE_LIST) {
      this.#depth -= 1;
      if (code === CLOSE && this.#from >= 0 && this.#depth === (this.#level ?? 0)) return i + 1;
    }
    return null;
  }

  /** Whether what stands before this bracket is the key of the list of features; then nothing before it is kept. */
  #endsWithFeatures(i: number, keptFrom: number): boolean {
    const before = this.#text.slice(Math.max(keptFrom, i - 40), i);
    if (!/"features"\s*:\s*$/.test(before)) return false;
    this.#from = -1;
    return true;
  }
}
