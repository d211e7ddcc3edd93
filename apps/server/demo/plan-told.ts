import { afterWork } from '#data/demo/history/clock.ts';
import type { DemoMessage } from '#data/demo/history.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import { chanceOf, type Teller, type ToldStep } from './telling.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The plan of a story fitted to what the machine really made of the message: a person assigns and corrects only where the
 * machine was unsure or wrong, and what the product does by itself is left to it.
 */
export function stepsFor(teller: Teller, message: DemoMessage, state: AppealStateRow): ToldStep[] {
  const steps: ToldStep[] = [...fitted(teller, message, state), ...loneEnd(teller, message)];
  if (state.danger_level === 'emergency' && message.story[0]?.do !== 'decline')
    steps.push({
      do: 'hand_over',
      at: new Date(message.sentAt.getTime() + (4 + (chanceOf(message.key) % 19)) * MINUTE),
      by: 'operator122',
    });
  return steps.filter(({ at }) => at <= teller.until).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function fitted(teller: Teller, message: DemoMessage, state: AppealStateRow): readonly ToldStep[] {
  const planned = message.story.filter((step) => step.do !== 'close_not_needed');
  const [first, ...rest] = planned;
  if (first?.do !== 'assign' || first.by !== 'machine') return planned;
  return isRight(teller, message, state, first.authority)
    ? rest
    : [{ ...first, ...byPerson(teller, message, rest[0]?.at ?? null) }, ...rest];
}

/**
 * How the stories that the plan leaves unfinished end: what names no body for days lacks facts, and whoever is not heard for
 * long gives up. A few stay, as in any centre.
 */
function loneEnd({ desk }: Teller, { key, sentAt, story, truth }: DemoMessage): ToldStep[] {
  const last = story.at(-1);
  const chance = chanceOf(key);
  if (last === undefined) {
    const at = afterWork(sentAt, 300 + (chance % 900));
    return [{ do: 'decline', at, by: desk.coordinatorOf(truth.municipality), as: 'no_facts' }];
  }
  const isLeft =
    last.do === 'assign' || last.do === 'send_back' || last.do === 'dispute' || last.do === 'rate';
  if (!isLeft || chance % 8 === 0) return [];
  return [{ do: 'withdraw', at: new Date(last.at.getTime() + (5 + (chance % 6)) * DAY), by: 'resident' }];
}

const isRight = (
  { ids }: Teller,
  { truth }: DemoMessage,
  state: AppealStateRow,
  authority: string,
): boolean =>
  state.stage === 'assigned' &&
  state.authority_id === ids.authority.get(authority) &&
  state.kind === truth.kind &&
  state.topic === truth.topic;

/** A coordinator looks within the hour; always before anybody takes the case into work. */
function byPerson(
  { desk }: Teller,
  { key, sentAt, truth }: DemoMessage,
  next: Date | null,
): { readonly at: Date; readonly by: string } {
  const looked = afterWork(sentAt, 4 + (chanceOf(key) % 50));
  const between = next === null ? looked : new Date((sentAt.getTime() + next.getTime()) / 2);
  return {
    at: next !== null && looked >= next ? between : looked,
    by: desk.coordinatorOf(truth.municipality),
  };
}
