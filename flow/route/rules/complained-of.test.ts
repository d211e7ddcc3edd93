import { describe, expect, test } from 'vitest';
import { buildComplaintIndex, complainedOf } from './complained-of.ts';

const index = buildComplaintIndex([
  { id: 1, name: '', shortName: 'УК «Уютный дом»', parentId: null },
  { id: 2, name: '', shortName: 'Администрация Липовского района', parentId: null },
  { id: 3, name: '', shortName: 'Яснозёравтодор', parentId: null },
]);

describe('the body a message complains of', () => {
  test.each([
    ['УК Уютный дом не реагирует на заявки уже месяц', 1],
    ['Жалоба на управляющую компанию «Уютный дом»: хамят и ничего не делают', 1],
    ['Прошу принять меры к администрации Липовского района, бездействие полное', 2],
    ['Яснозеравтодор присылает отписки вместо ремонта', 3],
  ])('«%s»', (text, id) => expect(complainedOf(text, index)).toBe(id));

  test.each([
    'Мусор у дома, который обслуживает УК Уютный дом',
    'У нас уютный дом, но сосед не реагирует на просьбы',
    'Не реагируют никто, яма на дороге растёт',
    'Спасибо Яснозеравтодору за ремонт дороги',
    '',
  ])('is nobody in «%s»', (text) => expect(complainedOf(text, index)).toBeNull());
});
