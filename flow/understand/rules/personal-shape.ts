import type { PersonalKind } from './personal-kinds.ts';

/** Half-open range of characters. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** How personal data of one kind is written. */
export interface Shape {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** Whether what is found is what it seems. `digits` are those found, `before` and `after` 60 characters around. */
  readonly accepts?: (digits: string, before: string, found: string, after: string) => boolean;
}

/** Right after words that tell what it is. */
export const says = (words: RegExp) => (_: string, before: string) => words.test(before);

/** A number of a paper, not of a telephone: «заявка 9123456789», «ОГРН 1027700132195». */
export const ofPaper =
  /(?<![а-яёa-z])(?:заявк|обращени|сообщени|инцидент|договор|постановлени|приказ|распоряжени|исх|вх|рег|дел[оау]|кадастр|огрн|окпо|октмо|инн|кпп|бик|корр|к\/с|уин|трек|штрих|сч[её]тчик|зав|заводск|инвентарн|отслежив|идентификатор|id|гост|снип|санпин|сп)[а-яё]{0,8}[.,]? ?(?:под |за )?(?:№|номер[а-я]{0,2}|n|:)?[ :№#-]{0,3}$/i;

/** What may stand between the digits of one number, few of them: no letter and no digit. */
export const GAP = '[^\\p{L}\\d]{0,4}';

/** Lengths of the runs of digits in a number as written: «8 912 345-67-89» is 1·3·3·2·2. */
export const runsOf = (found: string): string =>
  (found.match(/\d+/g) ?? []).map((run) => (run.length < 10 ? run.length : '+')).join('');
