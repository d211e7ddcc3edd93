import { municipalityPlans } from '../geography/municipalities.ts';
import type { MunicipalityPlan } from '../geography/municipalities.ts';
import type { Authority } from './organisation.ts';

/** One centre serves a big town alone or three municipalities together. */
const municipalCentres: readonly (readonly [
  code: string,
  name: string,
  municipalities: readonly string[],
])[] = [
  ['centre_yasnozersk', 'МЦУ города Яснозёрска', ['yasnozersk']],
  ['centre_rudoyarsk', 'МЦУ города Рудоярска', ['rudoyarsk']],
  ['centre_pristan', 'МЦУ «Запад»', ['verkhnyaya_pristan', 'ladinsky', 'veletsky']],
  ['centre_north', 'МЦУ «Север»', ['novotalsk', 'priozersky', 'sineborsky']],
  ['centre_south', 'МЦУ «Юг»', ['polevoy', 'kedrovsky', 'zhuravsky', 'tikhoborsky']],
];

function ofMunicipality(plan: MunicipalityPlan): Authority[] {
  const { code, genitive, shortName, centre } = plan;
  const isTown = plan.kind === 'urban_district';
  const own = { municipalities: [code] };
  const administration: Authority = {
    ...own,
    code: `adm_${code}`,
    kind: 'administration',
    fullName: `Администрация ${genitive}`,
    shortName: isTown
      ? `Администрация ${genitive.replace('города ', '').replace('Верхняя Пристань', 'Верхней Пристани')}`
      : `Администрация ${shortName.replace('ий округ', 'ого округа').replace('ий район', 'ого района')}`,
    parent: 'government',
  };
  return [
    administration,
    {
      ...own,
      code: `edu_${code}`,
      kind: 'education_department',
      fullName: `Управление образования ${genitive}`,
      shortName: `Управление образования (${shortName})`,
      parent: `adm_${code}`,
    },
    {
      ...own,
      code: `hosp_${code}`,
      kind: 'hospital',
      parent: 'min_health',
      fullName: isTown
        ? `КГБУЗ «Городская больница ${genitive}»`
        : `КГБУЗ «${shortName.split(' ')[0]?.replace(/ий$/, 'ая') ?? shortName} центральная районная больница»`,
      shortName: isTown
        ? `Городская больница (${shortName})`
        : `${shortName.split(' ')[0]?.replace(/ий$/, 'ая') ?? shortName} ЦРБ`,
    },
    {
      ...own,
      code: `water_${code}`,
      kind: 'water_company',
      parent: 'min_housing',
      fullName: code === 'yasnozersk' ? 'МУП «Яснозёрский водоканал»' : `МУП «Водоканал» ${genitive}`,
      shortName: code === 'yasnozersk' ? 'Яснозёрский водоканал' : `Водоканал (${centre.name})`,
    },
    {
      ...own,
      code: `heat_${code}`,
      kind: 'heat_company',
      parent: 'min_housing',
      fullName: code === 'yasnozersk' ? 'АО «Яснозёрские тепловые сети»' : `МУП «Теплосети» ${genitive}`,
      shortName: code === 'yasnozersk' ? 'Яснозёрские теплосети' : `Теплосети (${centre.name})`,
    },
  ];
}

const capitalOnly: readonly Authority[] = [
  {
    code: 'capital_improvement',
    kind: 'administration',
    fullName: 'МКУ «Городское благоустройство» города Яснозёрска',
    shortName: 'Горблагоустройство',
    municipalities: ['yasnozersk'],
    parent: 'adm_yasnozersk',
  },
  {
    code: 'capital_roads',
    kind: 'road_agency',
    fullName: 'МКУ «Дорожное хозяйство города Яснозёрска»',
    shortName: 'Дорхоз Яснозёрска',
    municipalities: ['yasnozersk'],
    parent: 'adm_yasnozersk',
  },
  {
    code: 'capital_light',
    kind: 'administration',
    fullName: 'МУП «Горсвет» города Яснозёрска',
    shortName: 'Горсвет',
    municipalities: ['yasnozersk'],
    parent: 'adm_yasnozersk',
  },
  {
    code: 'capital_transport',
    kind: 'transport_company',
    fullName: 'МУП «Яснозёрское пассажирское предприятие»',
    shortName: 'Яснозёрское ПП',
    municipalities: ['yasnozersk'],
    parent: 'transport_centre',
  },
  {
    code: 'clinic_2',
    kind: 'hospital',
    fullName: 'КГБУЗ «Городская поликлиника № 2 города Яснозёрска»',
    shortName: 'Поликлиника № 2',
    municipalities: ['yasnozersk'],
    parent: 'min_health',
  },
  {
    code: 'children_hospital',
    kind: 'hospital',
    fullName: 'КГБУЗ «Яснозёрская детская больница»',
    shortName: 'Детская больница',
    municipalities: ['yasnozersk'],
    parent: 'min_health',
  },
];

/** Administrations, municipal centres, hospitals, schools departments, water and heat of every municipality. */
export const localBodies: readonly Authority[] = [
  ...municipalityPlans.flatMap(ofMunicipality),
  ...capitalOnly,
  ...municipalCentres.map(([code, name, municipalities]): Authority => ({
    code,
    kind: 'municipal_centre',
    fullName: name.replace('МЦУ', 'Муниципальный центр управления'),
    shortName: name,
    municipalities,
    parent: 'centre',
  })),
];
