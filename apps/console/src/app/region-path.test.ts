import { expect, test } from 'vitest';
import { regionPathOf } from './region-path.ts';

test.each([
  ['/console/', ''],
  ['/', ''],
  ['/r/', ''],
  ['/r/perm/console', '/r/perm'],
  ['/r/perm-2/console/queue/1', '/r/perm-2'],
  ['/r/Perm/console', ''],
  ['/map/r/perm/', ''],
])('%s is under "%s"', (path, base) => {
  expect(regionPathOf(path)).toBe(base);
});
