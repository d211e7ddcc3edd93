import { latLngToCell } from 'h3-js';
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
    acts_alone: true,
  };
  await recordUnderstandings(tx, [after]);
  return ok({ before, after, placeLabel: place.value.label, houseManagerId: place.value.houseManagerId });
}

interface SettledPlace {
  readonly columns: Partial<UnderstandingRow>;
  readonly label: string | null;
  readonly houseManagerId: number | null;
}

const idWord = (id: number | null | undefined): string | null =>
  id === null || id === undefined ? null : String(id);

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
  const house =
    ids.houseId === null || ids.houseId === undefined
      ? undefined
      : await readHouse(tx, regionId, ids.houseId);
  const label = placeLabel(
    {
      municipalityId: idWord(ids.municipalityId),
      settlementId: idWord(ids.settlementId),
      streetId: idWord(ids.streetId),
    },
    house?.number ?? null,
    knowledge.gazetteer,
  );
  if (asked === undefined) return ok({ columns: {}, label, houseManagerId: house?.manager_id ?? null });
  if (asked.point !== null && asked.point !== undefined && !isPossiblePoint(asked.point))
    return fail({ code: 'coordinates_impossible' });

  const street =
    idWord(asked.streetId) === null ? undefined : knowledge.gazetteer.streets.get(String(asked.streetId));
  const point =
    asked.point ?? (house === undefined ? (street?.point ?? null) : { lat: house.lat, lon: house.lon });
  const municipality =
    asked.municipalityId ?? (point === null ? null : Number(knowledge.municipalityAt(point) ?? Number.NaN));
  return ok({
    label,
    houseManagerId: house?.manager_id ?? null,
    columns: {
      place_precision: precisionOf(asked, point),
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
      h3_5: point === null ? null : latLngToCell(point.lat, point.lon, 5),
      h3_7: point === null ? null : latLngToCell(point.lat, point.lon, 7),
      h3_9: point === null ? null : latLngToCell(point.lat, point.lon, 9),
      municipality_id: Number.isNaN(municipality) ? null : municipality,
      settlement_id: asked.settlementId ?? null,
      street_id: asked.streetId ?? null,
      house_id: asked.houseId ?? null,
      place_candidates: [],
      is_outside: false,
    },
  });
}

function precisionOf(asked: NonNullable<CorrectionRequest['place']>, point: Point | null): PlacePrecision {
  if (asked.point !== null && asked.point !== undefined) return 'point';
  if (asked.houseId !== null && asked.houseId !== undefined) return 'house';
  if (asked.streetId !== null && asked.streetId !== undefined)
    return point === null ? 'settlement' : 'street';
  if (asked.settlementId !== null && asked.settlementId !== undefined) return 'settlement';
  return asked.municipalityId !== null && asked.municipalityId !== undefined ? 'municipality' : 'none';
}
