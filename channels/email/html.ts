import { decodeHTML } from 'entities';

const unseen = new Set(['head', 'script', 'style', 'title', 'template', 'noscript']);
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'pre']);
const lines = new Set([
  'div',
  'tr',
  'li',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'center',
  'hr',
]);

/** Blocks in which mail programs put the letter being answered. */
const historyBlock =
  /\b(gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|appendonsend|mailru-blockquote|protonmail_quote)\b/i;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
}

function readTag(inside: string): Tag | null {
  const match = /^(\/?)([a-zA-Z][\w:-]*)([\s\S]*)$/.exec(inside);
  if (match === null) return null;
  return { name: (match[2] ?? '').toLowerCase(), closes: match[1] === '/', attributes: match[3] ?? '' };
}

/** Collects text with HTML's idea of white space; lines inside quoted blocks get the `> ` of plain-text mail. */
class TextPage {
  private readonly done: string[] = [];
  private line: string[] = [];
  private endsInSpace = true;
  private depth = 0;

  write(text: string): void {
    const words = decodeHTML(text).replace(/[ \t\r\n\f]+/g, ' ');
    const added = this.endsInSpace && words.startsWith(' ') ? words.slice(1) : words;
    if (added === '') return;
    this.line.push(added);
    this.endsInSpace = added.endsWith(' ');
  }

  endLine(): void {
    this.done.push(`${this.depth > 0 ? '> ' : ''}${this.line.join('')}`.trimEnd());
    this.line = [];
    this.endsInSpace = true;
  }

  endBlock(blankAfter: boolean): void {
    if (this.line.some((words) => words.trim() !== '')) this.endLine();
    this.line = [];
    this.endsInSpace = true;
    if (blankAfter && this.done.at(-1) !== '') this.done.push('');
  }

  quote(step: 1 | -1): void {
    this.endBlock(true);
    this.depth = Math.max(0, this.depth + step);
  }

  toString(): string {
    this.endBlock(false);
    return this.done
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

function apply(page: TextPage, tag: Tag): void {
  if (tag.name === 'br') page.endLine();
  else if (tag.name === 'blockquote') page.quote(tag.closes ? -1 : 1);
  else if (paragraphs.has(tag.name)) page.endBlock(true);
  else if (lines.has(tag.name)) page.endBlock(false);
  else if (tag.name === 'td' || tag.name === 'th') page.write(' ');
}

/** Ends of tags in one page. Positions are asked for in rising order, so each `>` is looked for once. */
class TagEnds {
  private readonly html: string;
  private next = 0;

  constructor(html: string) {
    this.html = html;
    this.next = html.indexOf('>');
  }

  /** The end of the tag that opens at `from`, or -1: `>` inside quoted attribute values does not close it. */
  after(from: number): number {
    if (this.next !== -1 && this.next < from) this.next = this.html.indexOf('>', from);
    const close = this.next;
    if (close === -1) return -1;
    const mark = /=\s*(["'])[^"']*$/.exec(this.html.slice(Math.max(from, close - 500), close))?.[1];
    if (mark === undefined) return close;
    const quoteEnds = this.html.indexOf(mark, close);
    const beyond = quoteEnds === -1 || quoteEnds - close > 500 ? -1 : this.html.indexOf('>', quoteEnds);
    return beyond === -1 ? close : beyond;
  }
}

/**
 * What a person would read on the page: tags dropped, blocks on their own lines, entities decoded. The letter
 * quoted below the answer comes out as `> ` lines or is marked by `historyMark`. Linear in the length.
 */
export function htmlToText(html: string): string {
  const page = new TextPage();
  const ends = new TagEnds(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    page.write(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open);
      continue;
    }
    const close = ends.after(open);
    const tag =
      close === -1 || !/^<\/?[a-zA-Z]/.test(html.slice(open, open + 3))
        ? null
        : readTag(html.slice(open + 1, close));
    if (tag === null) {
      const declaration = html[open + 1] === '!' || html[open + 1] === '?';
      if (!declaration) page.write('&lt;');
      at = declaration && close !== -1 ? close + 1 : open + 1;
      continue;
    }
    at = close + 1;
    if (unseen.has(tag.name) && !tag.closes && !tag.attributes.endsWith('/'))
      at = after(html, '>', after(html, `</${tag.name}`, at));
    else if (!tag.closes && historyBlock.test(tag.attributes)) markHistory(page);
    else apply(page, tag);
  }
  page.write(html.slice(at));
  return page.toString();
}

/** A line that cannot be typed by a person; `ownWords` cuts the letter there unless the history is quoted line by line. */
export const historyMark = '\u2063\u2063\u2063';

function markHistory(page: TextPage): void {
  page.endBlock(true);
  page.write(historyMark);
  page.endLine();
}

/** Position after the next `what`, ignoring case; the end of the text when it never comes. */
function after(html: string, what: string, from: number): number {
  const pattern = new RegExp(what.replace(/[-/]/g, '\\$&'), 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html) === null ? html.length : pattern.lastIndex;
}
