import { modelsOf } from '#flow/learn/queries/models.ts';
import { shippedModel } from '#flow/understand/acts/region-model.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { required, type Command } from '../command.ts';
import { findRegion } from '../find-region.ts';
import { inApp } from '../in-app.ts';

export const modelsCommand: Command = {
  name: 'models',
  summary: 'list the models of a region',
  takes: [],
  options: { region: { type: 'string' }, json: { type: 'boolean' } },
  help: `otklik models --region NAME [--json]

Models of topics a region learnt or was given, the newest first, then the one that ships: version, state, right answers on the
newest month beside those of the model that was in force.`,
  run: async (typed, surroundings) => {
    const meant = required(typed, 'region');
    await inApp(surroundings, async (app) => {
      const { id } = await findRegion(app.db, meant);
      const rows = await withScope(app.db, wholeRegion(id), (tx) => modelsOf(tx, id, 'topics'));
      const shipped = await shippedModel();
      const percent = (n: number, of: number): string => `${((n / Math.max(1, of)) * 100).toFixed(1)} %`;
      const models = [
        ...rows.map(({ version, state, made_at, measured, has_bytes }) => ({
          version,
          state,
          madeAt: made_at.toISOString(),
          canBeUsed: has_bytes,
          accuracy: measured === null ? null : measured.candidate.right / Math.max(1, measured.cases),
          accuracyBefore: measured === null ? null : measured.inForce.right / Math.max(1, measured.cases),
        })),
        {
          version: shipped.head.version,
          state: rows.some(({ state }) => state === 'in_use') ? 'shipped' : 'shipped, in_use',
          madeAt: shipped.head.trainedOn,
          canBeUsed: true,
          accuracy: null,
          accuracyBefore: null,
        },
      ];
      if (typed.isOn('json')) return surroundings.out(JSON.stringify({ models }));
      for (const { version, state, accuracy, accuracyBefore } of models)
        surroundings.out(
          accuracy === null || accuracyBefore === null
            ? `${version}  ${state}`
            : `${version}  ${state}  ${percent(accuracy, 1)}, the one before ${percent(accuracyBefore, 1)}`,
        );
    });
  },
};
