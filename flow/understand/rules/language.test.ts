import { describe, expect, test } from 'vitest';

import { detectLanguage, isReadable } from './language.ts';
import type { LanguageCode } from './language-table.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';

const languageOf = (text: string) => detectLanguage(readWords(plainText(text)));

const texts: Readonly<Partial<Record<LanguageCode, readonly string[]>>> = {
  ru: [
    'Яма на дороге у школы',
    'Не горит фонарь, темно',
    'Прошу убрать снег во дворе',
    'лифт сломан',
    'Спасибо!',
    'ул. Тукая, 5: нет воды',
    'Кружка «Чайка» закрыта, УК «Ак Барс Дом» молчит',
    'Wi-Fi в автобусе не работает',
    'На вывеске написано Pizza Hut, а тротуар не чистят',
  ],
  tt: [
    'Исәнмесез! Безнең урамда су юк, ярдәм итегез зинһар',
    'Йортта лифт эшләми, рәхмәт',
    'Юл бик начар, машиналар йөри алмый, кайчан төзәтәсез? Балалар мәктәпкә җәяү йөри',
  ],
  ba: ['Һаумыһығыҙ! Беҙҙең урамда һыу юҡ, ярҙам итегеҙ', 'Йортта яҡтылыҡ юҡ, ҡасан булыр?'],
  cv: ['Пирӗн урамра шыв ҫук, пулӑшӑр', 'Ҫул питӗ начар, хӑҫан тӳрлетеҫҫӗ?'],
  uk: [
    'У будинку немає води вже третій день',
    'Добрий день! Коли відремонтують дорогу на нашій вулиці?',
    'Ліфт не працює',
  ],
  be: ['У доме няма вады ўжо трэці дзень', 'Калі адрамантуюць дарогу? Дзякуй'],
  kk: ['Көшеде су жоқ, өтінемін көмектесіңіз', 'Үйде жарық жоқ, қашан болады?'],
  ky: ['Көчөдө суу жок, жардам бериңиз', 'Үйдө жарык жок, качан болот? Биз абдан тоңуп жатабыз'],
  uz: ["Ko'chada suv yo'q, iltimos yordam bering", 'Кўчада сув йўқ, илтимос ёрдам беринг'],
  tg: ['Дар кӯчаи мо об нест, лутфан кӯмак кунед', 'Дар хона барқ нест, кай мешавад?'],
  az: ['Küçədə su yoxdur, xahiş edirəm kömək edin', 'Evdə işıq yoxdur, nə vaxt olacaq?'],
  hy: ['Փողոցում ջուր չկա, խնդրում եմ օգնեք'],
  ka: ['ქუჩაში წყალი არ არის, გთხოვთ დაგვეხმაროთ'],
  en: ['There is no water in the house, please help', 'The street light is broken near the school'],
  zh: ['楼里没有水，请帮忙', '路上有一个大坑'],
  ar: ['لا يوجد ماء في المنزل، الرجاء المساعدة'],
  ko: ['집에 물이 없어요 도와주세요'],
  os: ['Нӕ уынджы дон нӕй, ӕххуыс нын бакӕнут'],
  sah: ['Биһиги уулуссабытыгар уу суох, көмөлөһүҥ'],
};

describe.each(Object.entries(texts))('%s', (code, list) => {
  test.each(list)('%s', (text) => expect(languageOf(text).code).toBe(code));
});

describe('Russian typed in Latin letters', () => {
  test.each([
    'Ne rabotaet lift v podezde',
    'Zdravstvuyte! Vo dvore yama, proshu zasypat',
    'kogda uberut sneg s ulitsy',
    'Net goryachey vody uzhe tretiy den',
  ])('%s', (text) => expect(languageOf(text)).toMatchObject({ code: 'ru', isTransliterated: true }));

  test('English is not taken for it', () =>
    expect(languageOf('No hot water in the house for three days').isTransliterated).toBe(false));
});

describe('a few signs tell little', () => {
  test.each(['', '5', '👍', 'ок', 'Ленина 5'])('%o is Russian, not surely', (text) => {
    expect(languageOf(text)).toMatchObject({ code: 'ru', isTransliterated: false });
    expect(languageOf(text).confidence).toBeLessThan(0.7);
  });

  test('letters nobody here knows are not Russian', () =>
    expect(languageOf('ប្រទេសកម្ពុជា ទឹក').code).toBe('und'));
});

test('only what is read as Russian may be acted on alone', () => {
  expect(['Яма на дороге', 'Ne rabotaet lift v podezde'].map((text) => isReadable(languageOf(text)))).toEqual(
    [true, true],
  );
  expect(
    ['Безнең урамда су юк, ярдәм итегез', '楼里没有水，请帮忙'].map((text) => isReadable(languageOf(text))),
  ).toEqual([false, false]);
});
