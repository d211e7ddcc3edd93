import { describe, expect, test } from 'vitest';

import { findDangers } from './danger.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';

const codes = (text: string): string[] => findDangers(readWords(plainText(text))).map(({ code }) => code);

describe('a danger is named', () => {
  test.each([
    ['Сильно пахнет газом в подъезде', 'gas_smell'],
    ['ЗАПАХ ГАЗА НА ЛЕСТНИЦЕ!!!', 'gas_smell'],
    ['утечка газа, приезжайте', 'gas_smell'],
    ['у соседей сработал датчик, угарный газ', 'gas_smell'],
    ['Открытый люк возле школы', 'open_manhole'],
    ['колодец без крышки, дети бегают', 'open_manhole'],
    ['нет крышки на люке', 'open_manhole'],
    ['отсутствует люк на тротуаре', 'open_manhole'],
    ['люк не закрыт третий день', 'open_manhole'],
    ['прошу закрыть люк', 'open_manhole'],
    ['Оголённые провода торчат из столба', 'live_wire'],
    ['искрит щиток на первом этаже', 'live_wire'],
    ['Меня ударило током от столба', 'live_wire'],
    ['оборвался провод и лежит на дорожке', 'hanging_wire'],
    ['Рухнул балкон на третьем этаже', 'collapse'],
    ['Козырёк может рухнуть на людей', 'collapse_threat'],
    ['провалился асфальт у дома 5', 'sinkhole'],
    ['Горит свалка за гаражами, дым в окна', 'fire'],
    ['пожар на балконе', 'fire'],
    ['не хочу жить', 'suicide'],
    ['Если не поможете, я покончу с собой', 'suicide'],
    ['сосед угрожает убить меня ножом', 'violence'],
    ['отчим избивает ребёнка', 'violence'],
    ['нашли снаряд в огороде', 'explosive'],
    ['люди застряли в лифте', 'people_trapped'],
    ['пропал ребёнок, мальчик 6 лет', 'missing_person'],
    ['мужчина лежит без сознания на остановке', 'medical_emergency'],
    ['прорвало трубу с кипятком', 'burst_pipe'],
    ['огромные сосульки висят на крыше', 'falling_ice'],
    ['дерево вот-вот упадёт на машины', 'falling_tree'],
    ['стая собак напала на ребёнка', 'dog_attack'],
    ['это угроза жизни и здоровью жильцов', 'threat_to_life'],
  ])('%s → %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe('no danger is named', () => {
  test.each([
    'запаха газа нет',
    'Газом не пахнет',
    'газовики приехали, запах газа устранили',
    'если запахнет газом, куда звонить?',
    'Выхлопные газы, запах стоит под окнами',
    'запах с газона',
    'Спасибо, что закрыли открытый люк',
    'открыт загрузочный люк мусоропровода',
    'не горит фонарь у дома, мусор вокруг',
    'Горы мусора у подъезда',
    'после пожара не восстановили подъезд',
    'пожарная сигнализация не работает',
    'был пожар в прошлом году',
    'не хочу жить в таких условиях',
    'сломан снаряд на спортивной площадке',
    'лифт застрял на втором этаже',
    'повешена новая табличка',
    'висит интернет-провод провайдера',
    'когда включат отопление?',
    '',
  ])('%s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

test('emergencies come first and the words are those of the text', () => {
  const found = findDangers(readWords('Дерево может упасть. В подвале пахнет ГАЗОМ!'));
  expect(found).toEqual([
    { code: 'gas_smell', level: 'emergency', words: ['пахнет', 'ГАЗОМ'] },
    { code: 'falling_tree', level: 'high', words: ['Дерево', 'упасть'] },
  ]);
});

test('a negation in one sentence does not quiet another', () => {
  expect(codes('Света нет. Пахнет газом.')).toContain('gas_smell');
});
