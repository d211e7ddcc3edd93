import { isPossiblePoint, type PlacePrecision, type Point } from '#kernel/place.ts';
import type { MessageKind } from '#kernel/appeal.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import {
  latestUnderstanding,
  recordUnderstandings,
  type UnderstandingRow,
} from '../queries/understandings.ts';
import { readHouse } from '../queries/houses.ts';
import { pointColumns } from '../queries/point-columns.ts';
import { placeLabel } from '../rules/place-label.ts';
import type { UnderstandKnowledge } from './load-knowledge.ts';

/** What a person says instead of the machine. Absent: the machine was right about it. */
export interface CorrectionRequest {
  readonly kind?: MessageKind | undefined;
  readonly topic?: string | undefined;
  readonly place?:
    | {
        readonly point?: Point | null | undefined;
        readonly municipalityId?: number | null | undefined;
        readonly settlementId?: number | null | undefined;
        readonly streetId?: number | null | undefined;
        readonly houseId?: number | null | undefined;
      }
    | undefined;
}

export interface Corrected {
  readonly before: UnderstandingRow;
  readonly after: UnderstandingRow;
  readonly placeLabel: string | null;
  readonly houseManagerId: number | null;
}

/** Adds a judgement made by a person: it stands from now on, the machine's stays as history and teaches. */
export async function correctUnderstanding(
  tx: Writer,
  regionId: number,
  knowledge: UnderstandKnowledge,
  request: CorrectionRequest & { readonly appealId: string; readonly by: string; readonly at: Date },
): Promise<Result<Corrected, 'appeal_not_found' | 'topic_not_found' | 'coordinates_impossible'>> {
  const before = await latestUnderstanding(tx, regionId, request.appealId);
  if (before === undefined) return fail({ code: 'appeal_not_found' });
  if (request.topic !== undefined && !knowledge.topics.has(request.topic))
    return fail({ code: 'topic_not_found', topic: request.topic });
  const place = await placeOf(tx, regionId, before, request.place, knowledge);
  if (!place.ok) return place;
  const { label, houseManagerId } = place.value;
  // Nothing of the judgement is corrected, only what follows from it: it stands as it was.
  if (request.kind === undefined && request.topic === undefined && request.place === undefined)
    return ok({ before, after: before, placeLabel: label, houseManagerId });
  const after: UnderstandingRow = {
    ...before,
    ...place.value.columns,
    seq: before.seq + 1,
    at: request.at,
    by_staff: request.by,
    kind: request.kind ?? before.kind,
    kind_confidence: request.kind === undefined ? before.kind_confidence : 1,
    topic: request.topic ?? before.topic,
    topic_confidence: request.topic === undefined ? before.topic_confidence : 1,
    // Only who names the topic makes it sure: what is said of the place leaves the machine's guess a guess.
    acts_alone: before.acts_alone || request.topic !== undefined,
  };
  await recordUnderstandings(tx, [after]);
  return ok({ before, after, placeLabel: label, houseManagerId });
}

interface SettledPlace {
  readonly columns: Partial<UnderstandingRow>;
  readonly label: string | null;
  readonly houseManagerId: number | null;
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const idWord = (id: number | null | undefined): string | null => (isGiven(id) ? String(id) : null);

type AskedPlace = NonNullable<CorrectionRequest['place']>;
type House = Awaited<ReturnType<typeof readHouse>>;

/** The place as the person says it; not asked about, it stays and only its words are read anew. */
async function placeOf(
  tx: Writer,
  regionId: number,
  before: UnderstandingRow,
  asked: CorrectionRequest['place'],
  knowledge: UnderstandKnowledge,
): Promise<Result<SettledPlace, 'coordinates_impossible'>> {
  const ids = asked ?? {
    municipalityId: before.municipality_id,
    settlementId: before.settlement_id,
    streetId: before.street_id,
    houseId: before.house_id,
  };
  const house = isGiven(ids.houseId) ? await readHouse(tx, regionId, ids.houseId) : undefined;
  const label = placeLabel(
    {
      municipalityId: idWord(ids.municipalityId),
      settlementId: idWord(ids.settlementId),
      streetId: idWord(ids.streetId),
    },
    house?.number ?? null,
    knowledge.gazetteer,
  );
  const houseManagerId = house?.manager_id ?? null;
  if (asked === undefined) return ok({ columns: {}, label, houseManagerId });
  if (isGiven(asked.point) && !isPossiblePoint(asked.point)) return fail({ code: 'coordinates_impossible' });
  return ok({ columns: columnsOf(asked, house, knowledge), label, houseManagerId });
}

/** A point given by hand wins, then the house, then the middle of the street; the municipality follows from the point. */
function columnsOf(asked: AskedPlace, house: House, knowledge: UnderstandKnowledge): SettledPlace['columns'] {
  const street = isGiven(asked.streetId)
    ? knowledge.gazetteer.streets.get(String(asked.streetId))
    : undefined;
  const known = house === undefined ? (street?.point ?? null) : { lat: house.lat, lon: house.lon };
  // The register's own point beside its house or street is nobody's pin on the map.
  const pin = isGiven(asked.point) && !isSamePoint(asked.point, known) ? asked.point : null;
  const point = pin ?? known;
  const found = point === null ? null : knowledge.municipalityAt(point);
  return {
    place_precision: pin === null ? precisionOf(asked, point) : 'point',
    ...pointColumns(point),
    municipality_id: asked.municipalityId ?? (found === null ? null : Number(found)),
    settlement_id: asked.settlementId ?? null,
    street_id: asked.streetId ?? null,
    house_id: asked.houseId ?? null,
    place_words: [],
    place_candidates: [],
    is_outside: false,
  };
}

const isSamePoint = (one: Point, other: Point | null): boolean =>
  other !== null && one.lat === other.lat && one.lon === other.lon;

function precisionOf(asked: AskedPlace, point: Point | null): PlacePrecision {
  if (isGiven(asked.houseId)) return 'house';
  if (isGiven(asked.streetId)) return point === null ? 'settlement' : 'street';
  if (isGiven(asked.settlementId)) return 'settlement';
  return isGiven(asked.municipalityId) ? 'municipality' : 'none';
}
