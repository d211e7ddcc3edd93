/** Open-addressing table: hash of a feature → its row + 1. */
export interface FeatureTable {
  readonly slots: Uint32Array;
  readonly rows: Int32Array;
  readonly mask: number;
}

/** A table of distinct hashes, none of them 0. */
export function indexHashes(hashes: Uint32Array): FeatureTable {
  let size = 1024;
  while (size < hashes.length * 2.5) size *= 2;
  const mask = size - 1;
  const slots = new Uint32Array(size);
  const rows = new Int32Array(size);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    let slot = spread(hash) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = hash;
    rows[slot] = row + 1;
  }
  return { slots, rows, mask };
}

const spread = (hash: number): number => hash ^ (hash >>> 15);

/** Row of a feature, −1 if it is not in the table. */
export function rowOf({ slots, rows, mask }: FeatureTable, hash: number): number {
  let slot = spread(hash) & mask;
  for (let there = slots[slot]; there !== 0; there = slots[slot]) {
    if (there === hash) return (rows[slot] ?? 0) - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}
