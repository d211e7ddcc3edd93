import type { AuthorityKind } from '#centre/rules/authority-kind.ts';
import type { Authority, Executor } from './organisation.ts';

/** Units by kind of organisation: short code and name. */
// prettier-ignore
const units: Readonly<Partial<Record<AuthorityKind, readonly (readonly [code: string, name: string])[]>>> = {
  administration: [['improvement', 'Отдел благоустройства'], ['roads', 'Отдел дорожной деятельности'], ['housing', 'Отдел жилищно-коммунального хозяйства'], ['architecture', 'Отдел архитектуры и земельных отношений'], ['reception', 'Отдел по работе с обращениями граждан']],
  house_manager: [['dispatch', 'Аварийно-диспетчерская служба'], ['yard', 'Участок уборки и содержания'], ['repair', 'Участок текущего ремонта'], ['billing', 'Абонентский отдел']],
  road_agency: [['upkeep', 'Отдел содержания дорог'], ['repair', 'Отдел ремонта и строительства'], ['traffic', 'Отдел организации движения']],
  waste_operator: [['dispatch', 'Диспетчерская служба вывоза'], ['clients', 'Отдел работы с потребителями']],
  water_company: [['emergency', 'Аварийно-восстановительная служба'], ['quality', 'Производственная лаборатория'], ['clients', 'Абонентский отдел']],
  heat_company: [['emergency', 'Аварийная служба'], ['networks', 'Участок тепловых сетей'], ['clients', 'Абонентский отдел']],
  power_company: [['emergency', 'Оперативно-выездная бригада'], ['networks', 'Служба линий'], ['clients', 'Центр обслуживания потребителей']],
  gas_company: [['emergency', 'Аварийная газовая служба 104'], ['connection', 'Отдел подключения']],
  telecom_company: [['support', 'Техническая поддержка']],
  transport_company: [['traffic', 'Служба движения'], ['fleet', 'Служба подвижного состава']],
  hospital: [['registry', 'Регистратура и контакт-центр'], ['chief', 'Заместитель главного врача']],
  education_department: [['preschool', 'Отдел дошкольного образования'], ['schools', 'Отдел общего образования']],
  ministry: [['appeals', 'Отдел по работе с обращениями'], ['sector', 'Профильный отдел']],
  inspectorate: [['control', 'Отдел контроля']],
  federal: [['reception', 'Приёмная']],
  fund: [['technical', 'Технический отдел'], ['fees', 'Отдел учёта взносов']],
  public_services: [['clients', 'Отдел качества обслуживания']],
  rescue_service: [['duty', 'Оперативный дежурный']],
  government: [['appeals', 'Управление по работе с обращениями граждан']],
  control_centre: [['coordinators', 'Отдел координации'], ['analytics', 'Отдел аналитики']],
  municipal_centre: [['coordinators', 'Координаторы центра']],
};

/** The units of every organisation; code «organisation:unit». */
export function executorsOf(authorities: readonly Authority[]): Executor[] {
  return authorities.flatMap(({ code, kind }) =>
    (units[kind] ?? []).map(([unit, name]) => ({ code: `${code}:${unit}`, authority: code, name })),
  );
}
