import type { Geography } from '../geography/geography.ts';
import type { Random } from '../random.ts';
import type { Authority } from './organisation.ts';

/** Names of the companies that keep apartment houses, by municipality. */
// prettier-ignore
const names: Readonly<Record<string, readonly string[]>> = {
  yasnozersk: [
    'ООО «УК „Уютный дом“»', 'ООО «УК „Ясный берег“»', 'АО «Первая жилищная компания»', 'ООО «УК „Центр-Сервис“»', 'ООО «ЖЭУ № 4»',
    'ООО «УК „Велея-Комфорт“»', 'ООО «УК „Соседи“»', 'ООО «Жилсервис-Приозёрье»', 'ООО «УК „Меридиан-Быт“»', 'ООО «УК „Новая слобода“»',
    'ТСЖ «Набережная»', 'ТСН «Кедровый дом»', 'ООО «УК „Добрые руки“»',
  ],
  rudoyarsk: ['ООО «УК „Рудник-Сервис“»', 'ООО «УК „Горняцкий дом“»', 'МУП «Жилкомсервис» города Рудоярска', 'ООО «УК „Восток-Быт“»', 'ТСЖ «Металлург»'],
  verkhnyaya_pristan: ['ООО «УК „Пристань“»', 'ООО «Речной дом»', 'МУП «Жилищное хозяйство» города Верхняя Пристань'],
  novotalsk: ['ООО «УК „Энергетик“»', 'ООО «УК „Тальша“»', 'ТСЖ «Молодёжное»'],
  veletsky: ['ООО «Велецкая управляющая компания»', 'ООО «Уют-Велецк»'],
  priozersky: ['ООО «УК „Заозёрье“»'],
  zhuravsky: ['ООО «Журавский жилкомхоз»', 'ООО «УК „Наш посёлок“»'],
  tikhoborsky: ['ООО «УК „Тихий бор“»', 'ООО «Тихоборжилсервис»'],
  sineborsky: ['МУП «Синеборское ЖКХ»'],
  ladinsky: ['ООО «Ладинский коммунальщик»'],
  polevoy: ['МУП «Большеполянское ЖКХ»'],
  kedrovsky: ['ООО «УК „Кедровец“»'],
};

/** The short name: what stands in the inner quotes, with the form of the company. */
function shortNameOf(fullName: string): string {
  const inner = /„(.+)“/.exec(fullName)?.[1];
  if (inner !== undefined) return `УК «${inner}»`;
  return fullName.replace(/^(ООО|АО|МУП) /, '').replace(/^«(.+)»( .*)?$/, '$1');
}

export const houseManagers: readonly Authority[] = Object.entries(names).flatMap(([municipality, list]) =>
  list.map((fullName, index) => ({
    code: `uk_${municipality}_${index + 1}`,
    kind: 'house_manager' as const,
    fullName,
    shortName: shortNameOf(fullName),
    municipalities: [municipality],
    parent: `adm_${municipality}`,
  })),
);

/**
 * Which company keeps which apartment house: whole streets go together, some houses apart.
 * @returns house code → authority code; one house in sixty has chosen nobody, an honest gap
 */
export function assignHouses(land: Geography, chance: Random): ReadonlyMap<string, string> {
  const byStreet = new Map<string, string>();
  const assigned = new Map<string, string>();
  for (const house of land.houses) {
    if (house.use !== 'apartments' || chance.chance(1 / 60)) continue;
    const companies = houseManagers.filter(({ municipalities }) =>
      municipalities?.includes(house.municipality),
    );
    const usual = byStreet.get(house.street) ?? chance.pick(companies).code;
    byStreet.set(house.street, usual);
    assigned.set(house.code, chance.chance(0.85) ? usual : chance.pick(companies).code);
  }
  return assigned;
}
