import type { ModelKind } from '#flow/learn/queries/models.ts';
import { askToLearn, retrain, type Learnt } from '#house/flows/retrain.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import type { Surroundings, Typed } from '../command.ts';
import { printFigures, type Figures } from '../evaluate/print-figures.ts';
import { findRegion } from '../find-region.ts';
import { inApp } from '../in-app.ts';

/** Learns from a region's own cases here and now, and says what came of it. */
export const learnInRegion = (
  meant: string,
  kind: ModelKind,
  typed: Typed,
  surroundings: Surroundings,
): Promise<void> =>
  inApp(surroundings, async (app) => {
    const { id: regionId, name } = await findRegion(app.db, meant);
    const asked = await withScope(app.db, wholeRegion(regionId), (tx) =>
      askToLearn(tx, regionId, kind, app.now(), null),
    );
    if (!asked.ok) throw new StartFault(`${name} is learning already: wait for the outcome and try again.`);
    surroundings.say(`Learning from the cases of ${name}…`);
    const learnt = await retrain(app, { regionId, trainingId: asked.value }, null);
    if (learnt === null) throw new StartFault('Somebody else has finished this learning already.');
    if (learnt.outcome === 'failed') throw new StartFault('Learning failed; the former model works.');
    printFigures(figuresOf(learnt), typed, surroundings);
  });

function figuresOf({ outcome, version, details }: Learnt): Figures {
  const { counts, comparison, against = [], took } = details;
  const share = (n: number, of: number): number | null =>
    of === 0 ? null : Math.round((n / of) * 10_000) / 10_000;
  const side = (one: NonNullable<typeof comparison>['candidate'], cases: number) => ({
    version: one.version,
    accuracy: share(one.right, cases),
    aloneShare: share(one.alone, cases),
    alonePrecision: share(one.aloneRight, one.alone),
  });
  return {
    outcome,
    version,
    against,
    ...counts,
    seconds: took === undefined ? null : Math.round(took / 100) / 10,
    ...(comparison === undefined
      ? {}
      : {
          candidate: side(comparison.candidate, comparison.cases),
          inForce: side(comparison.inForce, comparison.cases),
        }),
  };
}
