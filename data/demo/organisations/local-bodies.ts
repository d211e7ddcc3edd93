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

function administrationOf({ code, kind, genitive, shortName }: MunicipalityPlan): Authority {
  const isTown = kind === 'urban_district';
  const ofTown = genitive.replace('города ', '').replace('Верхняя Пристань', 'Верхней Пристани');
  const ofDistrict = shortName.replace('ий округ', 'ого округа').replace('ий район', 'ого района');
  return {
    code: `adm_${code}`,
    kind: 'administration',
    fullName: `Администрация ${genitive}`,
    shortName: `Администрация ${isTown ? ofTown : ofDistrict}`,
    municipalities: [code],
    parent: 'government',
  };
}

function hospitalOf({ code, kind, genitive, shortName }: MunicipalityPlan): Authority {
  const isTown = kind === 'urban_district';
  const district = (shortName.split(' ')[0] ?? shortName).replace(/ий$/, 'ая');
  return {
    code: `hosp_${code}`,
    kind: 'hospital',
    fullName: isTown
      ? `КГБУЗ «Городская больница ${genitive}»`
      : `КГБУЗ «${district} центральная районная больница»`,
    shortName: isTown ? `Городская больница (${shortName})` : `${district} ЦРБ`,
    municipalities: [code],
    parent: 'min_health',
  };
}

function companiesOf({ code, genitive, centre }: MunicipalityPlan): Authority[] {
  const isCapital = code === 'yasnozersk';
  const own = { municipalities: [code], parent: 'min_housing' };
  return [
    {
      ...own,
      code: `water_${code}`,
      kind: 'water_company',
      fullName: isCapital ? 'МУП «Яснозёрский водоканал»' : `МУП «Водоканал» ${genitive}`,
      shortName: isCapital ? 'Яснозёрский водоканал' : `Водоканал (${centre.name})`,
    },
    {
      ...own,
      code: `heat_${code}`,
      kind: 'heat_company',
      fullName: isCapital ? 'АО «Яснозёрские тепловые сети»' : `МУП «Теплосети» ${genitive}`,
      shortName: isCapital ? 'Яснозёрские теплосети' : `Теплосети (${centre.name})`,
    },
  ];
}

function ofMunicipality(plan: MunicipalityPlan): Authority[] {
  const { code, genitive, shortName } = plan;
  const schools: Authority = {
    code: `edu_${code}`,
    kind: 'education_department',
    fullName: `Управление образования ${genitive}`,
    shortName: `Управление образования (${shortName})`,
    municipalities: [code],
    parent: `adm_${code}`,
  };
  return [administrationOf(plan), schools, hospitalOf(plan), ...companiesOf(plan)];
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
