import { afterWork } from '#data/demo/history/clock.ts';
import type { DemoMessage } from '#data/demo/history.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import { chanceOf, type Teller, type ToldStep } from './telling.ts';

const MINUTE = 60_000;

/**
 * The plan of a story fitted to what the machine really made of the message: a person assigns and corrects only where the
 * machine was unsure or wrong, and what the product does by itself is left to it.
 */
export function stepsFor(teller: Teller, message: DemoMessage, state: AppealStateRow): ToldStep[] {
  const planned = message.story.filter((step) => step.do !== 'close_not_needed');
  const [first, second] = planned;
  const steps: ToldStep[] =
    first?.do === 'assign' && first.by === 'machine'
      ? isRight(teller, message, state, first.authority)
        ? planned.slice(1)
        : [{ ...first, ...byPerson(teller, message, second?.at ?? null) }, ...planned.slice(1)]
      : [...planned];
  if (state.danger_level === 'emergency' && first?.do !== 'decline')
    steps.push({
      do: 'hand_over',
      at: new Date(message.sentAt.getTime() + (4 + (chanceOf(message.key) % 19)) * MINUTE),
      by: 'operator122',
    });
  return steps.filter(({ at }) => at <= teller.until).toSorted((a, b) => a.at.getTime() - b.at.getTime());
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
