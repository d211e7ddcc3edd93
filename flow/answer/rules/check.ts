import type { Resolution } from '#kernel/appeal.ts';

/** `stop` is for what must never go out; a `warning` is for the approver's eye; a `note` is advice. */
export const findingLevels = ['note', 'warning', 'stop'] as const;
export type FindingLevel = (typeof findingLevels)[number];

export const findingCodes = [
  'names_no_body',
  'names_no_date',
  'officialese',
  'sends_elsewhere',
  'personal_data',
  'copy_of_earlier',
  'too_short',
  'fix_without_photo',
  'empty_promise',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly level: FindingLevel;
  /** The words of the draft it is about. */
  readonly words: readonly string[];
}

/** What the check looks at. */
export interface CheckedDraft {
  readonly text: string;
  readonly kind: 'interim' | 'final';
  readonly resolution: Resolution | null;
  readonly hasPhoto: boolean;
  readonly needsPhoto: boolean;
  /** Names the body may go by, any of which is enough. */
  readonly bodyNames: readonly string[];
  /** Personal data found by the masking rules, as written. */
  readonly personalData: readonly string[];
  readonly isCopy: boolean;
}

const officialese = [
  /в установленном (законом )?порядке/giu,
  /в рамках (действующего )?законодательства/giu,
  /довод(им|ится) до (вашего )?сведения/giu,
  /по существу (вашего |поставленных )/giu,
  /в соответствии с действующим законодательством/giu,
  /надлежащ(им|ем) образом/giu,
  /вышеуказанн\p{L}+/giu,
  /нижеследующ\p{L}+/giu,
  /в части, касающейся/giu,
  /на постоянной основе/giu,
  /осуществля(ется|ются|ть) (мероприятия|работы|контроль)/giu,
  /ввиду отсутствия/giu,
  /данн(ый|ого|ому|ая|ой|ую) (вопрос|обращени|заявк)\p{L}*/giu,
];
const elsewhere = [
  /(обратитесь|обращайтесь|вам (необходимо|следует|нужно) обратиться|рекомендуем (вам )?обратиться|можете обратиться)[^.!?\n]{0,80}/giu,
];
const empties = [
  /(ситуация|вопрос|проблема) (находится )?на контроле/giu,
  /будут? (рассмотрен|учтен|учтён)\p{L}*/giu,
  /по мере (возможности|поступления)[^.!?\n]{0,40}/giu,
  /в ближайшее время/giu,
];
const date =
  /\b\d{1,2}[./]\d{1,2}([./]\d{2,4})?\b|\b\d{1,2}(-го)?\s+(январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)|сегодня|вчера|завтра|в течение \d+/iu;

const matches = (text: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[0].trim()));

const SHORT = 60;

/** What a reader would miss or dislike in a draft. Pure advice, except for somebody's personal data. */
export function checkDraft(draft: CheckedDraft): Finding[] {
  const findings: Finding[] = [];
  const add = (code: FindingCode, level: FindingLevel, words: readonly string[] = []) =>
    findings.push({ code, level, words });
  const lowered = draft.text.toLowerCase();

  if (draft.personalData.length > 0) add('personal_data', 'stop', draft.personalData);
  if (draft.isCopy) add('copy_of_earlier', 'warning');
  if (draft.text.length < SHORT) add('too_short', 'warning');
  if (!draft.bodyNames.some((name) => name !== '' && lowered.includes(name.toLowerCase())))
    add('names_no_body', 'note');
  if (!date.test(draft.text))
    add('names_no_date', draft.kind === 'interim' || draft.resolution === 'scheduled' ? 'warning' : 'note');
  if (draft.resolution === 'fixed' && draft.needsPhoto && !draft.hasPhoto)
    add('fix_without_photo', 'warning');
  for (const [code, level, patterns] of [
    ['sends_elsewhere', 'warning', elsewhere],
    ['officialese', 'note', officialese],
    ['empty_promise', 'note', empties],
  ] as const) {
    const words = matches(draft.text, patterns);
    if (words.length > 0) add(code, level, [...new Set(words)]);
  }
  return findings;
}
