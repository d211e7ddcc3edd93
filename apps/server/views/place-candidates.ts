import type { z } from 'zod';
import type { placeCandidate } from '#contract/find-place.ts';
import { settlePlaces } from '#flow/understand/acts/settle-places.ts';
import { readHouse } from '#flow/understand/queries/houses.ts';
import { readPlace } from '#flow/understand/rules/place.ts';
import { placeLabel } from '#flow/understand/rules/place-label.ts';
import type { PlaceAlternative, PlaceReading } from '#flow/understand/rules/place-reading.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';

type Candidates = z.input<typeof placeCandidate>[];

const numberOf = (id: string | null): number | null => (id === null ? null : Number(id));

/** The places a text may mean, each with its words and point, for a person to choose from. */
export async function placeCandidates(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  stored: readonly PlaceAlternative[],
): Promise<Candidates> {
  const { gazetteer } = knowledge.understand;
  const candidates: Candidates = [];
  for (const one of stored) {
    const house =
      one.houseId === null ? undefined : await readHouse(tx, knowledge.region.id, Number(one.houseId));
    const street = one.streetId === null ? undefined : gazetteer.streets.get(one.streetId);
    const landmark = gazetteer.objects.get(one.objectId ?? '');
    candidates.push({
      label: placeLabel(one, house?.number ?? null, gazetteer) ?? '',
      point:
        house === undefined ? (landmark?.point ?? street?.point ?? null) : { lat: house.lat, lon: house.lon },
      municipalityId: numberOf(one.municipalityId),
      settlementId: numberOf(one.settlementId),
      streetId: numberOf(one.streetId),
      houseId: numberOf(one.houseId),
    });
  }
  return candidates;
}

/** Places that typed words may mean, read as the address of a message is, the likeliest first. */
export async function findPlaces(
  tx: Writer,
  knowledge: RegionKnowledge,
  address: string,
): Promise<Candidates> {
  const { gazetteer, municipalityAt } = knowledge.understand;
  const reading = readPlace(readWords(plainText(address)), gazetteer, {
    point: null,
    territory: null,
    municipalityAt,
  });
  const [settled] = await settlePlaces(tx, knowledge.region.id, [reading], gazetteer);
  if (settled === undefined) return [];
  const { place } = settled;
  const meant = meantBy(place);
  const [first, ...others] = await placeCandidates(tx, knowledge, [meant, ...place.alternatives]);
  const known = first === undefined || place.precision === 'none' ? [] : [pinned(first, place)];
  return onlyOnce([...known, ...others]);
}

const meantBy = ({ municipalityId, settlementId, streetId, houseId, objectId }: PlaceReading) => ({
  municipalityId,
  settlementId,
  streetId,
  houseId,
  ...(objectId === null ? {} : { objectId }),
});

/** A crossing, a landmark or a house the register lacks has a point of its own. */
const pinned = (candidate: Candidates[number], { precision, point }: PlaceReading): Candidates[number] =>
  precision === 'point' && point !== null ? { ...candidate, point } : candidate;

const onlyOnce = (candidates: Candidates): Candidates => [
  ...new Map(candidates.map((one) => [JSON.stringify(one), one])).values(),
];
