import type { Position } from '#kernel/geo-json.ts';

const NONE = -1;

/**
 * Numbers vertices, equal positions equally, and knows which of them three borders meet in. Typed arrays and no texts: a file
 * of boundaries holds millions of vertices.
 */
export class VertexTable {
  readonly #slots: Int32Array;
  readonly #positions: Float64Array;
  /** The first two neighbours of each vertex. */
  readonly #neighbours: Int32Array;
  readonly #isJunction: Uint8Array;
  #count = 0;
  readonly #bits = new Float64Array(2);
  readonly #words = new Uint32Array(this.#bits.buffer);

  /** @param most how many different vertices there may be */
  constructor(most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(most, 1) * 2 + 1))).fill(NONE);
    this.#positions = new Float64Array(most * 2);
    this.#neighbours = new Int32Array(most * 2).fill(NONE);
    this.#isJunction = new Uint8Array(most);
  }

  numberOf([lon, lat]: Position): number {
    const mask = this.#slots.length - 1;
    for (let slot = this.#hash(lon, lat) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? NONE;
      if (found === NONE) {
        const number = this.#count;
        this.#count += 1;
        this.#slots[slot] = number;
        this.#positions[number * 2] = lon;
        this.#positions[number * 2 + 1] = lat;
        return number;
      }
      if (this.#positions[found * 2] === lon && this.#positions[found * 2 + 1] === lat) return found;
    }
  }

  /** Notes an edge between two vertices. A third neighbour makes a vertex a junction. */
  meet(one: number, other: number): void {
    this.#add(one, other);
    this.#add(other, one);
  }

  isJunction(number: number): boolean {
    return this.#isJunction[number] === 1;
  }

  #add(vertex: number, neighbour: number): void {
    for (const at of [vertex * 2, vertex * 2 + 1]) {
      const known = this.#neighbours[at];
      if (known === neighbour) return;
      if (known === NONE) {
        this.#neighbours[at] = neighbour;
        return;
      }
    }
    this.#isJunction[vertex] = 1;
  }

  #hash(lon: number, lat: number): number {
    // Adding 0 makes -0 and 0 one number, as `===` has them.
    this.#bits[0] = lon + 0;
    this.#bits[1] = lat + 0;
    let hash = 0x811c9dc5;
    for (let i = 0; i < 4; i += 1) hash = Math.imul(hash ^ (this.#words[i] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 13)) >>> 0;
  }
}
