import { expect, test } from 'vitest';

import { addHiddenScores, trainHidden } from './hidden-layer.ts';

test('the hidden layer learns what two features mean together', () => {
  // Feature 0 or 1 alone is one label, both or none the other: no weights that only add up can tell.
  const shapes = [[0, 2], [1, 2], [0, 1, 2], [2]] as const;
  const truth = [1, 1, 0, 0] as const;
  const order = Array.from({ length: 400 }, (_, i) => i % 4);
  const from = [0];
  const columns: number[] = [];
  for (const shape of order) {
    columns.push(...(shapes[shape] ?? []));
    from.push(columns.length);
  }
  const rows = {
    from: Int32Array.from(from),
    columns: Int32Array.from(columns),
    values: new Float32Array(columns.length).fill(0.6),
  };
  const labels = Int32Array.from(order, (shape) => truth[shape] ?? 0);
  const net = trainHidden(rows, labels, new Float32Array(400).fill(1), 3, 2, {
    dims: 64,
    epochs: 80,
    rate: 0.05,
    seed: 1,
  });
  for (let row = 0; row < 4; row += 1) {
    const scores = new Float64Array(2);
    addHiddenScores(net, rows, row, scores);
    expect((scores[1] ?? 0) > (scores[0] ?? 0) ? 1 : 0).toBe(truth[row]);
  }
});
