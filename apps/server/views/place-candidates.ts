import type { z } from 'zod';
import type { card } from '#contract/card.ts';
import { readHouse } from '#flow/understand/queries/houses.ts';
import type { PlaceAlternative } from '#flow/understand/rules/place-reading.ts';
import { placeLabel } from '#flow/understand/rules/place-label.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';

type Candidates = z.input<typeof card>['place']['candidates'];

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
