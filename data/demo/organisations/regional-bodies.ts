import type { AuthorityKind } from '#centre/rules/authority-kind.ts';
import type { Authority } from './organisation.ts';

type Row = readonly [
  code: string,
  kind: AuthorityKind,
  fullName: string,
  shortName: string,
  parent: string | null,
];

// prettier-ignore
const rows: readonly Row[] = [
  ['government', 'government', 'Правительство Яснозёрского края', 'Правительство края', null],
  ['centre', 'control_centre', 'Центр управления регионом Яснозёрского края', 'ЦУР', 'government'],
  ['min_housing', 'ministry', 'Министерство жилищно-коммунального хозяйства и энергетики Яснозёрского края', 'Минжилкомхоз', 'government'],
  ['min_roads', 'ministry', 'Министерство транспорта и дорожного хозяйства Яснозёрского края', 'Минтранс', 'government'],
  ['min_health', 'ministry', 'Министерство здравоохранения Яснозёрского края', 'Минздрав', 'government'],
  ['min_education', 'ministry', 'Министерство образования и науки Яснозёрского края', 'Минобр', 'government'],
  ['min_social', 'ministry', 'Министерство социальной защиты населения Яснозёрского края', 'Минсоцзащиты', 'government'],
  ['min_labour', 'ministry', 'Министерство труда и занятости Яснозёрского края', 'Минтруд', 'government'],
  ['min_ecology', 'ministry', 'Министерство природных ресурсов и экологии Яснозёрского края', 'Минприроды', 'government'],
  ['min_construction', 'ministry', 'Министерство строительства и архитектуры Яснозёрского края', 'Минстрой', 'government'],
  ['min_culture', 'ministry', 'Министерство культуры, спорта и молодёжной политики Яснозёрского края', 'Минкультспорт', 'government'],
  ['min_economy', 'ministry', 'Министерство экономики и торговли Яснозёрского края', 'Минэкономики', 'government'],
  ['min_digital', 'ministry', 'Министерство цифрового развития и связи Яснозёрского края', 'Минцифры', 'government'],
  ['housing_inspectorate', 'inspectorate', 'Государственная жилищная инспекция Яснозёрского края', 'Госжилинспекция', 'government'],
  ['heritage_office', 'inspectorate', 'Управление по охране объектов культурного наследия Яснозёрского края', 'Управление наследия', 'government'],
  ['veterinary', 'inspectorate', 'Управление ветеринарии Яснозёрского края', 'Управление ветеринарии', 'government'],
  ['tariff_service', 'inspectorate', 'Региональная служба по тарифам Яснозёрского края', 'Служба по тарифам', 'government'],
  ['repair_fund', 'fund', 'Фонд капитального ремонта многоквартирных домов Яснозёрского края', 'Фонд капремонта', 'min_housing'],
  ['mfc', 'public_services', 'КГАУ «Многофункциональный центр Яснозёрского края»', 'МФЦ', 'min_digital'],
  ['yasnozeravtodor', 'road_agency', 'КГКУ «Управление автомобильных дорог Яснозёрского края»', 'Яснозёравтодор', 'min_roads'],
  ['uprdor_veleya', 'road_agency', 'ФКУ «Управление федеральных дорог „Велея“»', 'Упрдор «Велея»', null],
  ['waste_clean_land', 'waste_operator', 'ООО «Чистый край», региональный оператор по обращению с ТКО (южная зона)', 'Чистый край', 'min_ecology'],
  ['waste_north', 'waste_operator', 'ООО «Экотранс-Север», региональный оператор по обращению с ТКО (северная зона)', 'Экотранс-Север', 'min_ecology'],
  ['veleyaenergo', 'power_company', 'АО «Велеяэнерго»', 'Велеяэнерго', 'min_housing'],
  ['yasnozergaz', 'gas_company', 'АО «Яснозёргаз»', 'Яснозёргаз', 'min_housing'],
  ['regional_telecom', 'telecom_company', 'АО «Краевая связь»', 'Краевая связь', 'min_digital'],
  ['transport_centre', 'transport_company', 'КГКУ «Центр организации пассажирских перевозок»', 'Центр перевозок', 'min_roads'],
  ['veleyatrans', 'transport_company', 'ООО «Велеятранс»', 'Велеятранс', 'transport_centre'],
  ['suburban_rail', 'transport_company', 'АО «Северная пригородная компания»', 'Северная пригородная', null],
  ['regional_hospital', 'hospital', 'КГБУЗ «Яснозёрская краевая клиническая больница»', 'Краевая больница', 'min_health'],
  ['ambulance_station', 'hospital', 'КГБУЗ «Краевая станция скорой медицинской помощи»', 'Станция скорой помощи', 'min_health'],
  ['consumer_watch', 'federal', 'Управление Роспотребнадзора по Яснозёрскому краю', 'Роспотребнадзор', null],
  ['police', 'federal', 'УМВД России по Яснозёрскому краю', 'УМВД', null],
  ['rescue', 'federal', 'Главное управление МЧС России по Яснозёрскому краю', 'МЧС', null],
  ['duty_112', 'rescue_service', 'КГКУ «Служба 112 и гражданской защиты Яснозёрского края»', 'Служба 112', 'government'],
];

/** Bodies and companies that serve the whole region. */
export const regionalBodies: readonly Authority[] = rows.map(([code, kind, fullName, shortName, parent]) => ({
  code,
  kind,
  fullName,
  shortName,
  municipalities: null,
  parent,
}));
