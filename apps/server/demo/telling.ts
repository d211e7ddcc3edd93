import { sql } from 'kysely';
import type { DemoMessage } from '#data/demo/history.ts';
import type { StaffDesk } from '#data/demo/history/staff-desk.ts';
import type { StoryStep } from '#data/demo/history/story.ts';
import type { AppealStateRow, Doer } from '#flow/work/queries/states.ts';
import type { App } from '#house/app.ts';
import { trackingLink } from '#house/flows/links.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { Pictures } from './pictures.ts';
import type { DemoIds } from './plan-region.ts';

/** What the telling of stories needs to know. */
export interface Teller {
  readonly app: App;
  readonly knowledge: RegionKnowledge;
  readonly ids: DemoIds;
  readonly desk: StaffDesk;
  /** Staff by login. */
  readonly people: ReadonlyMap<string, string>;
  readonly pictures: Pictures;
  /** Nothing is told that happens later. */
  readonly until: Date;
  /** The incident that the first message about a problem of the plan became. */
  readonly problems: Map<string, string>;
  /** Counts letters, so that some of the last ones have troubles. */
  readonly post: { letters: number };
}

/** A step of the plan, or what the product asks for besides: danger handed over to 112. */
export type ToldStep = StoryStep | { readonly do: 'hand_over'; readonly at: Date; readonly by: string };

/** A case and its story, told step by step. */
export interface Told {
  readonly appealId: string;
  readonly number: string;
  readonly message: DemoMessage;
  readonly steps: readonly ToldStep[];
  next: number;
  lastAt: Date;
}

/** The turn of one case in a wave. */
export interface Turn<Step extends ToldStep = ToldStep> {
  readonly told: Told;
  readonly step: Step;
  readonly at: Date;
  readonly state: AppealStateRow;
}

export type Doing<Name extends ToldStep['do']> = Turn<Extract<ToldStep, { readonly do: Name }>>;

export const isDoing =
  <Name extends ToldStep['do']>(...names: readonly Name[]) =>
  (turn: Turn): turn is Doing<Name> =>
    names.some((name) => name === turn.step.do);

export const staffId = ({ people }: Pick<Teller, 'people'>, login: string): string => {
  const id = people.get(login);
  if (id === undefined) throw new Error(`nobody signs in as ${login}`);
  return id;
};

export const resident: Doer = { byWhom: 'resident', staffId: null };

/** Whoever the plan names: a member of staff, the resident, the machine or a clock. */
export function doerOf(teller: Teller, by: string): Doer {
  if (by === 'machine' || by === 'clock' || by === 'resident') return { byWhom: by, staffId: null };
  return { byWhom: 'staff', staffId: staffId(teller, by) };
}

/** The link in letters of this case; `null` where others read the letter too. */
export const linkFor = ({ app, knowledge }: Teller, told: Told): string | null =>
  told.message.isPublic ? null : trackingLink(app, knowledge, { id: told.appealId, number: told.number });

/** A number of the case that chance may be drawn from: the same in every run. */
export const chanceOf = (key: string): number =>
  Array.from(key).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);

/** One transaction of the telling. What a crash takes is told anew by the next start, so no commit waits for the disk. */
export const inStory = <T>({ app, knowledge }: Teller, work: (tx: Writer) => Promise<T>): Promise<T> =>
  withScope(app.db, wholeRegion(knowledge.region.id), async (tx) => {
    await sql`set local synchronous_commit = off`.execute(tx);
    return work(tx);
  });
