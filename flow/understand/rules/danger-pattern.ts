/** `emergency`: people may die now, the banner of 112 is shown. `high`: an officer on duty looks at it at once. */
export const dangerLevels = ['high', 'emergency'] as const;
export type DangerLevel = (typeof dangerLevels)[number];

export const dangerCodes = [
  'gas_smell',
  'explosion',
  'open_manhole',
  'live_wire',
  'hanging_wire',
  'collapse',
  'collapse_threat',
  'sinkhole',
  'fire',
  'suicide',
  'violence',
  'explosive',
  'people_trapped',
  'missing_person',
  'medical_emergency',
  'poisoning',
  'drowning',
  'child_in_danger',
  'burst_pipe',
  'falling_ice',
  'falling_tree',
  'dog_attack',
  'threat_to_life',
] as const;
export type DangerCode = (typeof dangerCodes)[number];

/**
 * A danger is named when one word of every group stands in one sentence, all within `within` words of that of the first
 * group. A group is word forms with spaces between; forms of one stem need not be repeated; `=` before a form takes it
 * alone, without its stem («горы» are not «горят»). The first group is the rarest word: the others are looked for around it.
 */
export interface DangerPattern {
  readonly code: DangerCode;
  readonly level: DangerLevel;
  readonly groups: readonly string[];
  readonly within: number;
  /** Words that tell that something else is meant, at most `near` words from those named and in the same clause. */
  readonly unless?: string;
  /** The same, before the named words only: «может случиться пожар», but «пожар может перекинуться на дом». */
  readonly unlessBefore?: string;
  /** How near, 3 where nothing is said. */
  readonly near?: number;
  /** Words of `unless` count beyond the clause, too: «курят на лестнице, дым идёт в квартиру». */
  readonly unlessInSentence?: true;
  /** All words stand in one clause: no comma, dash or «но» between them. */
  readonly inOneClause?: true;
  /** Right before the word of the first group, or one word earlier, these tell that it only marks the place. */
  readonly notAfter?: string;
  /** The negation is part of the danger. */
  readonly keepsNegation?: true;
  /** Named is enough, whatever stands around. */
  readonly always?: true;
  /**
   * `passes`: it is over by itself, so that «был» and «вчера» tell of the past. `is_news`: told right after it happened
   * («был взрыв»), so that only a day gone by does. Else it lasts: a manhole opened last year is open now.
   */
  readonly lasts?: 'passes' | 'is_news';
}

/** The four forms of a verb in the past, alone: «=упал =упала =упало =упали», «=сорвался =сорвалась …». */
export const past = (...verbs: readonly string[]): string => verbs.map(pastOf).join(' ');

function pastOf(verb: string): string {
  if (verb.endsWith('лся')) {
    const root = verb.slice(0, -2);
    return `=${verb} =${root}ась =${root}ось =${root}ись`;
  }
  return `=${verb} =${verb}а =${verb}о =${verb}и`;
}

/** «=стоит =стоят»: verbs of the present, alone. */
export const only = (forms: string): string =>
  forms
    .split(' ')
    .map((form) => `=${form}`)
    .join(' ');
