/** `emergency`: people may die now, the banner of 112 is shown. `high`: an officer on duty looks at it at once. */
export const dangerLevels = ['high', 'emergency'] as const;
export type DangerLevel = (typeof dangerLevels)[number];

export const dangerCodes = [
  'gas_smell',
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
 * A danger is named when one word of every group stands in one sentence, all within `within` words.
 * A group is word forms with spaces between; forms of one stem need not be repeated; `=` before a form takes it alone,
 * without its stem («горы» are not «горят»). `unless`: words of the sentence
 * that tell that something else is meant. `keepsNegation`: the negation is part of the danger.
 * `always`: named is enough, whatever stands around.
 */
export interface DangerPattern {
  readonly code: DangerCode;
  readonly level: DangerLevel;
  readonly groups: readonly string[];
  readonly within: number;
  readonly unless?: string;
  /** Right before the word of the first group, or one word earlier, these tell that it only marks the place. */
  readonly notAfter?: string;
  readonly keepsNegation?: true;
  readonly always?: true;
}
