import type { Gazetteer } from './gazetteer.ts';
import type { PlaceReading } from './place-reading.ts';

const shortKinds: Readonly<Record<string, string>> = {
  улица: 'ул.',
  проспект: 'пр.',
  переулок: 'пер.',
  бульвар: 'б-р',
  шоссе: 'ш.',
  площадь: 'пл.',
  набережная: 'наб.',
  проезд: 'пр-д',
  микрорайон: 'мкр',
};

type Named = Pick<PlaceReading, 'municipalityId' | 'settlementId' | 'streetId'> & {
  readonly objectId?: string | null;
  readonly about?: string | null;
};

/**
 * The place in words for a list: «Липовск, ул. Мира, 12»; «около д. 12» where the register has no such house, the landmark
 * where one gave the point. `null` where nothing is known.
 */
export function placeLabel(reading: Named, houseNumber: string | null, gazetteer: Gazetteer): string | null {
  const street = reading.streetId === null ? undefined : gazetteer.streets.get(reading.streetId);
  const settlement =
    reading.settlementId === null ? undefined : gazetteer.settlements.get(reading.settlementId);
  const municipality =
    reading.municipalityId === null ? undefined : gazetteer.municipalities.get(reading.municipalityId);
  const about = reading.about ?? null;
  const parts = [
    settlement?.name ?? municipality?.names[0],
    street === undefined ? undefined : `${shortKinds[street.kind] ?? street.kind} ${street.name}`.trim(),
    houseNumber ?? (about === null ? undefined : `около д. ${about}`),
    gazetteer.objects.get(reading.objectId ?? '')?.name,
  ].filter((part): part is string => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
