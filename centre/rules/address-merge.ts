import type { Point } from '#kernel/place.ts';
import { metersBetween } from '#kernel/shape.ts';
import { tellNamesakes, type SettlementMention } from './namesakes.ts';

export interface NamedSettlement {
  readonly name: string;
  /** In full, lower case: «город», «посёлок». */
  readonly kind: string;
}

/** One line of a register: a settlement, a street of it, a house of that, as far as the line goes. */
export interface ImportedAddress {
  readonly settlement: NamedSettlement;
  /** What the settlement is a part of. */
  readonly within: NamedSettlement | null;
  readonly municipalityId: number;
  readonly street: {
    readonly name: string;
    readonly kind: string;
    /** Spellings that say more than the name: «Большой проспект В.О.». */
    readonly otherNames: readonly string[];
  } | null;
  readonly house: { readonly number: string; readonly base: number } | null;
  readonly point: Point;
  readonly population: number | null;
}

export interface BookSettlement extends NamedSettlement {
  readonly id: number;
  readonly parentId: number | null;
  readonly municipalityId: number;
  /** `null` where no file has said it. */
  readonly point: Point | null;
}
export interface BookStreet {
  readonly id: number;
  readonly settlementId: number;
  readonly name: string;
  readonly kind: string;
  readonly oldNames: readonly string[];
}
export interface BookHouse extends Point {
  readonly id: number;
  readonly streetId: number;
  readonly number: string;
}

/** What a region has of addresses. */
export interface AddressBook {
  readonly settlements: readonly BookSettlement[];
  readonly streets: readonly BookStreet[];
  readonly houses: readonly BookHouse[];
}

export interface NewSettlement extends BookSettlement {
  readonly population: number | null;
  readonly point: Point;
}
export interface NewStreet extends BookStreet {
  readonly point: Point;
}
export interface NewHouse extends BookHouse {
  readonly base: number;
}

/** What a file changes in a region. */
export interface AddressChanges {
  readonly settlements: readonly NewSettlement[];
  readonly streets: readonly NewStreet[];
  readonly houses: readonly NewHouse[];
  readonly moved: readonly (Point & { readonly id: number })[];
  /** Lines that tell what is known. */
  readonly same: number;
  /** Lines that name a house which an earlier line of the file has named. */
  readonly repeated: number;
}

/** A house that moved by less than this has been measured anew, not moved. */
const SAME_PLACE_METERS = 1;

/**
 * Compares lines of a register with what a region has. What is new is added, houses that stand elsewhere are moved, what the
 * lines do not name is left alone; so the same lines twice change nothing.
 */
export function mergeAddresses(book: AddressBook, lines: readonly ImportedAddress[]): AddressChanges {
  const { ofBook, ofLines } = namesakes(book, lines);
  const merge = new Merge(book, ofBook);
  for (const [at, line] of lines.entries()) merge.take(line, ofLines[at] ?? 0);
  return merge.changes();
}

/**
 * Which of the settlements of its name each of the book is, and each that a line names. A known settlement is where its houses
 * are: a region that once took two namesakes for one keeps them so, and the same file again changes nothing.
 */
function namesakes({ settlements, streets, houses }: AddressBook, lines: readonly ImportedAddress[]) {
  const roots = new Map(settlements.map((one) => [one.id, one]));
  const rootOf = (id: number): BookSettlement | undefined => {
    const one = roots.get(id);
    return one === undefined || one.parentId === null ? one : rootOf(one.parentId);
  };
  const settlementOf = new Map(streets.map(({ id, settlementId }) => [id, settlementId]));
  const known = (of: BookSettlement | undefined, point: Point | null): SettlementMention[] =>
    of === undefined ? [] : [{ ...of, point, ties: [`#${of.id}`, String(of.municipalityId)] }];
  const told = lines.map(({ settlement, within, municipalityId, point }) => ({
    ...(within ?? settlement),
    point,
    ties: [String(municipalityId)],
  }));
  const ofBook = settlements.flatMap((one) => known(rootOf(one.id), one.point));
  const standing = houses.flatMap((house) => known(rootOf(settlementOf.get(house.streetId) ?? 0), house));
  const numbers = tellNamesakes([...ofBook, ...standing, ...told]);
  return {
    ofBook: new Map(settlements.map(({ id }, at) => [id, numbers[at] ?? 0])),
    ofLines: numbers.slice(ofBook.length + standing.length),
  };
}

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
const last = (rows: readonly { readonly id: number }[]): number =>
  rows.reduce((most, { id }) => Math.max(most, id), 0);

class Merge {
  readonly #settlements = new Map<string, number>();
  readonly #streets = new Map<string, number>();
  readonly #houses = new Map<string, BookHouse>();
  readonly #newSettlements = new Map<number, { row: Omit<NewSettlement, 'point'>; points: Point[] }>();
  readonly #newStreets = new Map<number, { row: BookStreet; points: Point[] }>();
  readonly #newHouses: NewHouse[] = [];
  readonly #moved: (Point & { id: number })[] = [];
  readonly #seen = new Set<string>();
  readonly #last: { settlement: number; street: number; house: number };
  #same = 0;
  #repeated = 0;

  constructor({ settlements, streets, houses }: AddressBook, numbers: ReadonlyMap<number, number>) {
    for (const one of settlements)
      this.#settlements.set(settlementKey(one, one.parentId, numbers.get(one.id) ?? 0), one.id);
    for (const one of streets)
      for (const name of [one.name, ...one.oldNames])
        this.#streets.set(streetKey(one.settlementId, one.kind, name), one.id);
    for (const one of houses) this.#houses.set(houseKey(one.streetId, one.number), one);
    this.#last = { settlement: last(settlements), street: last(streets), house: last(houses) };
  }

  /** @param number of the line's settlement among those of its name */
  take(line: ImportedAddress, number: number): void {
    const before = this.#newSettlements.size + this.#newStreets.size;
    const parentId = line.within === null ? null : this.#settlement(line, line.within, null, number);
    const settlementId = this.#settlement(line, line.settlement, parentId, number);
    const streetId = line.street === null ? null : this.#street(settlementId, line.street, line.point);
    if (streetId !== null && line.house !== null) this.#house(streetId, line.house, line.point);
    else if (before === this.#newSettlements.size + this.#newStreets.size) this.#same += 1;
  }

  changes(): AddressChanges {
    return {
      settlements: [...this.#newSettlements.values()].map(({ row, points }) => ({
        ...row,
        point: onePoint(points),
      })),
      streets: [...this.#newStreets.values()].map(({ row, points }) => ({ ...row, point: onePoint(points) })),
      houses: this.#newHouses,
      moved: this.#moved,
      same: this.#same,
      repeated: this.#repeated,
    };
  }

  #settlement(
    line: ImportedAddress,
    named: NamedSettlement,
    parentId: number | null,
    number: number,
  ): number {
    const key = settlementKey(named, parentId, number);
    const known = this.#settlements.get(key);
    if (known !== undefined) {
      this.#newSettlements.get(known)?.points.push(line.point);
      return known;
    }
    const id = (this.#last.settlement += 1);
    this.#settlements.set(key, id);
    const { municipalityId, point } = line;
    const population = line.street === null ? line.population : null;
    const row = { id, ...named, parentId, municipalityId, population };
    this.#newSettlements.set(id, { row, points: [point] });
    return id;
  }

  #street(
    settlementId: number,
    { name, kind, otherNames }: NonNullable<ImportedAddress['street']>,
    point: Point,
  ): number {
    const key = streetKey(settlementId, kind, otherNames[0] ?? name);
    const known = this.#streets.get(key);
    if (known !== undefined) {
      this.#newStreets.get(known)?.points.push(point);
      return known;
    }
    const id = (this.#last.street += 1);
    this.#streets.set(key, id);
    this.#newStreets.set(id, {
      row: { id, settlementId, name, kind, oldNames: otherNames },
      points: [point],
    });
    return id;
  }

  #house(streetId: number, { number, base }: NonNullable<ImportedAddress['house']>, point: Point): void {
    const key = houseKey(streetId, number);
    if (this.#seen.has(key)) {
      this.#repeated += 1;
      return;
    }
    this.#seen.add(key);
    const known = this.#houses.get(key);
    if (known === undefined)
      this.#newHouses.push({ id: (this.#last.house += 1), streetId, number, base, ...point });
    else if (metersBetween(known, point) > SAME_PLACE_METERS) this.#moved.push({ id: known.id, ...point });
    else this.#same += 1;
  }
}

/**
 * A part of a settlement is known by its name alone, whatever a line calls its kind; a settlement by kind and name, and by its
 * number among its namesakes.
 */
const settlementKey = ({ name, kind }: NamedSettlement, parentId: number | null, number: number): string =>
  parentId === null ? `${fold(`${kind} ${name}`)} #${number}` : `${parentId} ${fold(name)}`;

const streetKey = (settlementId: number, kind: string, name: string): string =>
  `${settlementId} ${fold(`${kind} ${name}`)}`;

const houseKey = (streetId: number, number: string): string => `${streetId} ${fold(number)}`;

/** The point nearest to the mean: it surely lies on the street, even on a curved one. */
function onePoint(points: readonly Point[]): Point {
  const mean = {
    lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
    lon: points.reduce((sum, { lon }) => sum + lon, 0) / points.length,
  };
  return points.reduce(
    (best, point) => (metersBetween(point, mean) < metersBetween(best, mean) ? point : best),
    points[0] ?? mean,
  );
}
