import { describe, expect, test } from 'vitest';

import { findDangers } from './danger.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';

const codes = (text: string): string[] => findDangers(readWords(plainText(text))).map(({ code }) => code);
const isEmergency = (text: string): boolean =>
  findDangers(readWords(plainText(text))).some(({ level }) => level === 'emergency');

describe('what is said of something else denies no danger', () => {
  test.each([
    ['пахнет газом, света нет', 'gas_smell'],
    ['пахнет газом света нет', 'gas_smell'],
    ['света нет пахнет газом', 'gas_smell'],
    ['Света нет, пахнет газом', 'gas_smell'],
    ['Воды нет и пахнет газом', 'gas_smell'],
    ['пахнет газом и воды нет', 'gas_smell'],
    ['Провод искрит, нет света', 'live_wire'],
    ['Провод искрит нет света', 'live_wire'],
    ['Если не приедете, взорвёмся: пахнет газом', 'gas_smell'],
    ['Если не устраните утечку газа, будет беда', 'gas_smell'],
    ['пахнет газом, аварийка закрыли и уехали', 'gas_smell'],
    ['Пахнет газом, дверь в подвал закрыли', 'gas_smell'],
    ['пахнет газом, счётчик заменили вчера', 'gas_smell'],
    ['Запах газа: никто не едет', 'gas_smell'],
    ['Не работает лифт, пахнет газом', 'gas_smell'],
    ['не первый день пахнет газом', 'gas_smell'],
    ['не перестаёт пахнуть газом', 'gas_smell'],
    ['не только пахнет газом но и шипит труба', 'gas_smell'],
    ['не сильно, но пахнет газом', 'gas_smell'],
    ['Вчера и сегодня пахнет газом', 'gas_smell'],
    ['вдруг запахло газом', 'gas_smell'],
    ['В прошлом году меняли трубы, а теперь пахнет газом', 'gas_smell'],
    ['Открыт люк, освещения нет', 'open_manhole'],
    ['Открытый люк у автобусной остановки', 'open_manhole'],
    ['Возле остановки автобуса открыт люк', 'open_manhole'],
    ['Открытый люк у опоры освещения', 'open_manhole'],
    ['открыт люк у дома с красной крышей', 'open_manhole'],
    ['Открытый люк, мусоропровод забит', 'open_manhole'],
    ['просим, чтобы закрыли открытый люк', 'open_manhole'],
    ['если не закроете открытый люк, кто-то провалится', 'open_manhole'],
    ['открытый люк закрыли картонкой', 'open_manhole'],
    ['обещали закрыть, но люк открыт', 'open_manhole'],
    ['Год назад украли крышку люка, так и стоит', 'open_manhole'],
    ['рухнула стена, может быть под ней люди', 'collapse'],
    ['Рухнул балкон, цены на ремонт выросли', 'collapse'],
    ['Застряли в лифте, связи нет', 'people_trapped'],
    ['Застряли в лифте, никто не отвечает, без света', 'people_trapped'],
    ['застряли в лифте, соседи не могут помочь', 'people_trapped'],
    ['Горит мусорный бак, рядом фонарь', 'fire'],
    ['Сработала сигнализация, пожар на третьем этаже', 'fire'],
    ['Пожар у соседей', 'fire'],
    ['пожар могут погибнуть люди', 'fire'],
    ['пожар может перекинуться на соседний дом', 'fire'],
    ['взорвался котёл может быть жертвы', 'explosion'],
    ['стена рушится может задавить детей', 'collapse'],
    ['не хочу жить без него', 'suicide'],
    ['не хочу больше жить на этом свете', 'suicide'],
    ['из окон соседей идёт дым', 'fire'],
    ['Горит дом, воды в кране нет', 'fire'],
    ['Горит дом, пожарных ещё нет', 'fire'],
    ['мужчина без сознания, скорой нет', 'medical_emergency'],
    ['Оборван провод, потушили фонари', 'hanging_wire'],
    ['Висит провод над тротуаром, у дома интернет', 'hanging_wire'],
    ['Собака кусает детей, хозяина нет', 'dog_attack'],
    ['Дерево вот-вот упадёт, соседнее уже спилили', 'falling_tree'],
    ['сосулька чуть не упала на ребёнка, висят на крыше', 'falling_ice'],
    ['тонет человек, спасателей нет', 'drowning'],
    ['Пропал ребёнок, полиция без результата', 'missing_person'],
    ['Ртуть разлили в подъезде, никто не убрал', 'poisoning'],
    ['меня бьёт муж, соседи молчат', 'violence'],
  ])('%s → %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe('named in any words people use', () => {
  test.each([
    ['взорвался газ в пятиэтажке', 'explosion'],
    ['Взорвался газовый баллон', 'explosion'],
    ['хлопок газа в квартире', 'explosion'],
    ['В доме взрыв!', 'explosion'],
    ['слышали взрыв на заводе', 'explosion'],
    ['был взрыв, вылетели окна', 'explosion'],
    ['у соседей рванул баллон', 'explosion'],
    ['Взорвёмся, газ идёт по подъезду', 'explosion'],
    ['пахнет гарью в подъезде', 'fire'],
    ['запах гари из щитка', 'fire'],
    ['запах горелой проводки на этаже', 'fire'],
    ['в квартире пахнет палёным', 'fire'],
    ['Сильное задымление в подъезде', 'fire'],
    ['подъезд задымлён, не видно ничего', 'fire'],
    ['что-то горит в подвале', 'fire'],
    ['полыхает сарай за домом', 'fire'],
    ['горит сухая трава у частных домов', 'fire'],
    ['загорелся лифт', 'fire'],
    ['меня убьют', 'violence'],
    ['он меня убьёт, помогите', 'violence'],
    ['сосед убить угрожает', 'violence'],
    ['муж грозится зарезать', 'violence'],
    ['изнасиловали девочку', 'violence'],
    ['меня изнасиловали', 'violence'],
    ['во дворе стреляют', 'violence'],
    ['застрелили человека', 'violence'],
    ['слышны выстрелы', 'violence'],
    ['похитили ребёнка', 'violence'],
    ['взяли в заложники', 'violence'],
    ['мужик пристаёт к детям на площадке', 'violence'],
    ['хочу умереть', 'suicide'],
    ['лучше умереть чем так', 'suicide'],
    ['покончить с собой', 'suicide'],
    ['хочет покончить с собой', 'suicide'],
    ['сведу счёты с жизнью', 'suicide'],
    ['убью себя', 'suicide'],
    ['девушка стоит на мосту, хочет спрыгнуть', 'suicide'],
    ['сосулька упала на человека', 'falling_ice'],
    ['глыба льда упала на женщину', 'falling_ice'],
    ['снег с крыши упал на ребёнка', 'falling_ice'],
    ['подозрительный пакет на остановке', 'explosive'],
    ['подозрительная сумка в метро', 'explosive'],
    ['бесхозный чемодан у вокзала', 'explosive'],
    ['нашли мину в лесу', 'explosive'],
    ['бьёт током от столба', 'live_wire'],
    ['столб бьётся током', 'live_wire'],
    ['забор под напряжением', 'live_wire'],
    ['лужа под напряжением у фонаря', 'live_wire'],
    ['вода течёт на электрощит', 'live_wire'],
    ['короткое замыкание в щитке', 'live_wire'],
    ['открытый электрощит, дети лезут', 'live_wire'],
    ['провал грунта у подъезда', 'sinkhole'],
    ['асфальт провалился под ногами', 'sinkhole'],
    ['провалилась земля под ногами', 'sinkhole'],
    ['грунт уходит из-под дома', 'sinkhole'],
    ['ребёнок упал в люк', 'people_trapped'],
    ['ребёнок провалился в колодец', 'people_trapped'],
    ['женщина упала в открытый люк', 'open_manhole'],
    ['провалился в люк, сломал ногу', 'open_manhole'],
    ['нападение стаи собак', 'dog_attack'],
    ['собака загрызла ребёнка', 'dog_attack'],
    ['накинулась стая собак', 'dog_attack'],
    ['угарный газ', 'gas_smell'],
    ['угорели от угарного газа', 'gas_smell'],
    ['дерево упало на человека', 'falling_tree'],
    ['дерево упало на провода', 'falling_tree'],
    ['ветка упала на ребёнка', 'falling_tree'],
    ['рухнуло дерево', 'falling_tree'],
    ['кирпич упал на прохожего', 'collapse'],
    ['балкон упал на людей', 'collapse'],
    ['люди под завалами', 'collapse'],
    ['столб сейчас упадёт', 'collapse_threat'],
    ['столб накренился над дорогой', 'collapse_threat'],
    ['штукатурка сыплется на головы людей', 'collapse_threat'],
    ['лежит мужчина на снегу, не двигается', 'medical_emergency'],
    ['человеку плохо на остановке', 'medical_emergency'],
    ['ребёнок не дышит', 'medical_emergency'],
    ['ребёнок выпал из окна', 'medical_emergency'],
    ['рабочий упал с крыши', 'medical_emergency'],
    ['ДТП, есть пострадавшие', 'medical_emergency'],
    ['нет света, у отца кислородный концентратор', 'medical_emergency'],
    ['в подъезде труп мужчины', 'medical_emergency'],
    ['придавило рабочего плитой', 'people_trapped'],
    ['машина застряла на рельсах', 'people_trapped'],
    ['в лифте сидят люди второй час', 'people_trapped'],
    ['не можем выйти из лифта', 'people_trapped'],
    ['рыбаков унесло на льдине', 'drowning'],
    ['вода подступает к домам', 'drowning'],
    ['хлещет кипяток, заливает подъезд', 'burst_pipe'],
    ['разбили градусник, ртуть в классе', 'poisoning'],
    ['люк накрыт фанерой', 'open_manhole'],
    ['люк шатается под ногами', 'open_manhole'],
  ])('%s → %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe('misspelt, shouted, typed in Latin letters', () => {
  test.each([
    ['ПАХНЕТ ГАЗОМ', 'gas_smell'],
    ['пахнит газом в падике', 'gas_smell'],
    ['воняит газом', 'gas_smell'],
    ['утичка газа', 'gas_smell'],
    ['pahnet gazom v podezde', 'gas_smell'],
    ['utechka gaza srochno', 'gas_smell'],
    ['otkryt lyuk u doma', 'open_manhole'],
    ['provod iskrit na stolbe', 'live_wire'],
    ['гарит мусорка', 'fire'],
    ['загарелся балкон', 'fire'],
    ['откритый люк', 'open_manhole'],
    ['п\u0430хнет г\u0061зом', 'gas_smell'],
    ['пахнет&nbsp;<b>газом</b>', 'gas_smell'],
    ['пах\u200bнет га\u00adзом', 'gas_smell'],
    ['оголеные провода', 'live_wire'],
    ['бьёт электричеством от перил', 'live_wire'],
    ['хачу умереть, не хочу жить', 'suicide'],
  ])('%s → %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

test('people struck by what falls are an emergency, a threat is not', () => {
  expect(isEmergency('сосулька упала на человека')).toBe(true);
  expect(isEmergency('сосульки могут упасть на людей')).toBe(false);
  expect(isEmergency('дерево упало на провода')).toBe(true);
  expect(isEmergency('дерево упало на дорогу')).toBe(false);
});

test('an emergency is not hidden by a lesser danger of the same code before it', () => {
  const text = 'Над тротуаром открыт электрощит. Столб бьёт током.';
  expect(findDangers(readWords(text))).toEqual([
    expect.objectContaining({ code: 'live_wire', level: 'emergency' }),
  ]);
});
