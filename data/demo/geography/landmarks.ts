import type { Random } from '../random.ts';
import type { Spot } from './plane.ts';
import type { SettlementPlan } from './settlements.ts';
import type { StreetPlan } from './streets.ts';

export const landmarkKinds = [
  'school',
  'kindergarten',
  'hospital',
  'clinic',
  'shop',
  'stop',
  'park',
  'culture',
  'station',
  'market',
  'cemetery',
  'playground',
] as const;
export type LandmarkKind = (typeof landmarkKinds)[number];

export interface LandmarkPlan {
  readonly kind: LandmarkKind;
  /** «школа № 5» */
  readonly name: string;
  /** Genitive, after «возле» and «у»: «школы № 5». */
  readonly near: string;
  readonly settlement: SettlementPlan;
  readonly street: StreetPlan;
  readonly spot: Spot;
}

type Wording = (chance: Random, index: number) => readonly [name: string, near: string];

const shops = [
  'Родничок',
  'Берёзка',
  'Домовой',
  'Соседушка',
  'Каравай',
  'Уют',
  'Провиант',
  'Добрый день',
  'У Палыча',
  'Семейная лавка',
  'Калинка',
  'Радуга',
] as const;
const stops = [
  'Рынок',
  'Центральная',
  'Больница',
  'Автовокзал',
  'Заводская',
  'Парк',
  'Школа',
  'Поворот',
  'Площадь',
  'Мост',
  'Кольцо',
  'Дачи',
  'Магазин',
  'Почта',
  'Депо',
  'Лесхоз',
  'Библиотека',
  'Стадион',
] as const;

const wordings: Record<LandmarkKind, Wording> = {
  school: (_, index) => [`школа № ${index}`, `школы № ${index}`],
  kindergarten: (chance, index) => {
    const name = chance.pick(['Солнышко', 'Теремок', 'Ромашка', 'Колокольчик', 'Сказка', 'Журавлик']);
    return [`детский сад № ${index} «${name}»`, `детского сада № ${index}`];
  },
  hospital: () => ['больница', 'больницы'],
  clinic: (_, index) => [`поликлиника № ${index}`, `поликлиники № ${index}`],
  shop: (chance) => {
    const name = chance.pick(shops);
    return [`магазин «${name}»`, `магазина «${name}»`];
  },
  stop: (chance) => {
    const name = chance.pick(stops);
    return [`остановка «${name}»`, `остановки «${name}»`];
  },
  park: (chance) =>
    chance.pick([
      ['городской парк', 'городского парка'],
      ['парк Победы', 'парка Победы'],
      ['сквер', 'сквера'],
      ['сквер Юности', 'сквера Юности'],
    ] as const),
  culture: () => ['дом культуры', 'дома культуры'],
  station: () => ['автовокзал', 'автовокзала'],
  market: () => ['рынок', 'рынка'],
  cemetery: () => ['кладбище', 'кладбища'],
  playground: () => ['детская площадка', 'детской площадки'],
};

/** How many of each kind a settlement has, by population. */
function counts(population: number): Partial<Record<LandmarkKind, number>> {
  if (population < 120) return { stop: 1 };
  if (population < 900) return { stop: 1, shop: 1, clinic: 1, cemetery: 1 };
  if (population < 5_000)
    return {
      stop: 2,
      shop: 2,
      clinic: 1,
      school: 1,
      kindergarten: 1,
      culture: 1,
      cemetery: 1,
      playground: 1,
    };
  const per = (people: number) => Math.max(1, Math.round(population / people));
  return {
    stop: Math.min(60, per(4_500) + 4),
    shop: Math.min(40, per(6_000) + 3),
    clinic: per(40_000),
    school: per(9_000),
    kindergarten: per(8_000),
    culture: per(80_000),
    hospital: per(110_000),
    station: 1,
    market: per(120_000),
    cemetery: per(150_000),
    park: per(45_000),
    playground: per(9_000),
  };
}

/** Places people name instead of an address. */
export function placeLandmarks(
  settlement: SettlementPlan,
  streets: readonly StreetPlan[],
  chance: Random,
): LandmarkPlan[] {
  const wanted = counts(settlement.population);
  const taken = new Set<string>();
  return landmarkKinds.flatMap((kind) =>
    Array.from({ length: wanted[kind] ?? 0 }, (_, index): LandmarkPlan[] => {
      const street = chance.pick(streets);
      const milestone = chance.pick(street.line);
      const [plain, near] = wordings[kind](chance, index + 1);
      const name = kind === 'clinic' && settlement.population < 5_000 ? 'ФАП' : plain;
      if (taken.has(name)) return [];
      taken.add(name);
      const spot: Spot = [
        milestone.spot[0] + chance.between(-0.02, 0.02),
        milestone.spot[1] + chance.between(-0.02, 0.02),
      ];
      return [{ kind, name, near: name === 'ФАП' ? 'ФАПа' : near, settlement, street, spot }];
    }).flat(),
  );
}
