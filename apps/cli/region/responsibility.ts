import type { NewRegion } from '#centre/acts/create-region.ts';
import type { ResponsibleKind } from '#centre/rules/topic.ts';
import type { LocalDate } from '#kernel/time/local-date.ts';

type Bodies = Pick<NewRegion, 'authorities' | 'rules'>;

/** Where the rows come from: the administrator must see that nobody has checked them. */
const SOURCE = 'создано командой region create';

/**
 * What a municipality usually answers for; everything else is asked of the region. A default to start with,
 * to be replaced by the real register.
 */
const ofMunicipality: ReadonlySet<ResponsibleKind> = new Set([
  'municipality',
  'house_manager',
  'road_owner',
  'waste_operator',
  'water_heat',
  'education',
]);

/**
 * Bodies and a register to begin with: one administration for each municipality, one body for the region, one row for each
 * kind of responsibility. What a municipality answers for and whose place is unknown stays "not determined".
 *
 * @param date day of the command, the source's date
 */
export function startingRegister(
  regionName: string,
  municipalities: NewRegion['municipalities'],
  kinds: readonly ResponsibleKind[],
  date: LocalDate,
): Bodies {
  const regional = {
    id: 1,
    name: `Исполнительная власть региона «${regionName}»`,
    shortName: 'Исполнительная власть региона',
    kind: 'government',
    municipalityId: null,
    parentId: null,
    contact: null,
  };
  const administrations = municipalities.map(({ id, name }) => ({
    id: id + 1,
    name: `Администрация муниципального образования «${name}»`,
    shortName: `Администрация «${name}»`,
    kind: 'administration',
    municipalityId: id,
    parentId: regional.id,
    contact: null,
  }));
  const rows = kinds.flatMap((responsibleKind) => {
    const bodies: NewRegion['authorities'] = ofMunicipality.has(responsibleKind)
      ? administrations
      : [regional];
    return bodies.map(({ id, municipalityId }) => ({ responsibleKind, id, municipalityId }));
  });
  return {
    authorities: [regional, ...administrations],
    rules: rows.map(({ responsibleKind, id, municipalityId }, i) => ({
      id: i + 1,
      topic: null,
      sector: null,
      responsibleKind,
      municipalityId,
      authorityId: id,
      executorId: null,
      source: SOURCE,
      sourceDate: date,
    })),
  };
}
