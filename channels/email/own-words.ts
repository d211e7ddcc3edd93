import { historyMark } from './html.ts';

/** From here on it is somebody else's letter sent on: part of what the resident wants to show, so it is kept whole. */
const forwarded =
  /^[>\s]*[-–—_=*]{2,}\s*(?:пересылаемое|пересланное|перенаправленное|forwarded)\s|^(?:начало переадресованного сообщения|begin forwarded message)\s*:/i;

/** Everything below is the letter being answered. */
const originalMessage =
  /^\s*[-–—_=*]{2,}\s*(?:original message|исходное сообщение|исходное письмо|первоначальное сообщение|предыдущее сообщение|reply message|ответное сообщение)\s*[-–—_=*]{2,}\s*$/i;

const headingOfHistory = /^\s*\*?(?:от кого|от|from)\s*:\*?\s*\S/i;
const furtherHeading =
  /^\s*\*?(?:отправлено|послано|дата|date|sent|кому|to|копия|cc|тема|subject|reply-to|важность)\s*:\*?/i;

/** «Иван написал(а):», «X wrote:» and the like at the end of a line. */
const saysVerb = /(?:пишет|написал|написала|написал\(а\)|написали|wrote|schrieb|a écrit|яз(?:ды|а))\s*:\s*$/i;
/** «пн, 3 мар. 2026 г. в 10:15, Имя <a@b.ru>:», «03.03.2026, 10:15, "Имя" <a@b.ru>:», «… от Имя <a@b.ru>:». */
const addressColon = /<\s?[^<>\s]+@[^<>\s]+\s?>\s*:\s*$/;
const aMoment =
  /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:19|20)\d{2}\b/;

const deviceLine =
  /^\s*(?:отправлено (?:из|с|через|при помощи)\s.{1,60}|sent (?:from|with|via)\s.{1,60}|get outlook for\s.{1,30}|скачать outlook для\s.{1,30}|послано из\s.{1,40})$/i;
/** A real signature is short; «-- » followed by a page of text was typed as a dash. */
const longestSignatureLines = 12;

const isQuoted = (line: string) => /^\s{0,3}>/.test(line);
const isBlank = (line: string) => line.trim() === '';

/** How many lines starting at `at` introduce a quotation: 1 or 2 (programs fold long ones), 0 when none. */
function attributionLength(lines: readonly string[], at: number): 0 | 1 | 2 {
  const one = lines[at] ?? '';
  if (one.length > 400 || isBlank(one) || isQuoted(one)) return 0;
  const isAttribution = (text: string) =>
    (addressColon.test(text) && aMoment.test(text)) ||
    (saysVerb.test(text) && (aMoment.test(text) || text.includes('@')));
  if (isAttribution(one)) return 1;
  const two = lines[at + 1];
  if (
    two === undefined ||
    isBlank(two) ||
    isQuoted(two) ||
    !aMoment.test(one) ||
    one.length + two.length > 400
  )
    return 0;
  return isAttribution(`${one.trimEnd()} ${two.trim()}`) ? 2 : 0;
}

function isHistoryHeading(lines: readonly string[], at: number): boolean {
  if (!headingOfHistory.test(lines[at] ?? '')) return false;
  return lines.slice(at + 1, at + 7).filter((line) => furtherHeading.test(line)).length >= 2;
}

const isRule = (line: string | undefined) => line !== undefined && /^\s*[_-]{10,}\s*$/.test(line);

/** Whether the quotation that starts after `from` is marked line by line, so that words below it are the resident's. */
function isMarkedByLine(lines: readonly string[], from: number): boolean {
  const next = lines
    .slice(from, from + 6)
    .find((line) => !isBlank(line) && attributionLength([line], 0) === 0);
  return next !== undefined && isQuoted(next);
}

/** What is new in the letter, history cut off. */
function withoutHistory(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (forwarded.test(line)) return [...kept, ...lines.slice(at).filter((rest) => rest !== historyMark)];
    if (originalMessage.test(line) || isHistoryHeading(lines, at)) break;
    const introduced = line.trim() === historyMark ? 1 : attributionLength(lines, at);
    if (introduced > 0) {
      if (!isMarkedByLine(lines, at + introduced)) break;
      at += introduced;
      continue;
    }
    if (!isQuoted(line)) kept.push(line);
    at += 1;
  }
  while (isRule(kept.at(-1)) || (kept.length > 0 && isBlank(kept.at(-1) ?? ''))) kept.pop();
  return kept;
}

/** Drops «-- » signatures and «Отправлено с iPhone»; «С уважением, …» stays: it may be all that names the author. */
function withoutSignature(lines: readonly string[]): string[] {
  const kept = [...lines];
  const separator = kept.findLastIndex((line) => /^--\s*$/.test(line));
  const isSignature = separator > 0 && kept.length - separator <= longestSignatureLines;
  if (isSignature && kept.slice(0, separator).some((line) => !isBlank(line))) kept.length = separator;
  while (kept.length > 0 && (isBlank(kept.at(-1) ?? '') || deviceLine.test(kept.at(-1) ?? ''))) kept.pop();
  return kept;
}

/**
 * The resident's own words: without the letter being answered, without signatures of programs.
 *
 * @param isReply whether the letter answers another one; if it does not, a text that would vanish whole is kept,
 *   because then what looks like history is what the resident wanted to say
 */
export function ownWords(text: string, isReply: boolean): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000\ufeff\u200b]/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const own = withoutSignature(withoutHistory(lines));
  const chosen =
    own.some((line) => !isBlank(line)) || isReply ? own : lines.filter((line) => line.trim() !== historyMark);
  return chosen
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
