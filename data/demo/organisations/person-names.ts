import type { Random } from '../random.ts';

// prettier-ignore
const surnames = [
  'Агапов', 'Басаргин', 'Велижанин', 'Ворожцов', 'Глухов', 'Горбылёв', 'Дерябин', 'Дудоров', 'Ермилов', 'Жолобов', 'Загайнов', 'Зыков',
  'Исаков', 'Калугин', 'Карпухин', 'Клюкин', 'Кожевников', 'Коротаев', 'Кропотов', 'Кузовлев', 'Лаптев', 'Лопатин', 'Малыгин', 'Мерзляков',
  'Мосеев', 'Мохов', 'Наумов', 'Носков', 'Обухов', 'Огородников', 'Опалев', 'Пантюхин', 'Перминов', 'Пестов', 'Печёнкин', 'Плетнёв',
  'Порошин', 'Рублёв', 'Рылов', 'Санников', 'Селезнёв', 'Ситников', 'Скрябин', 'Стародубов', 'Сунцов', 'Сысоев', 'Тарасов', 'Тетерин',
  'Тюлькин', 'Ушаков', 'Фоминых', 'Халтурин', 'Целищев', 'Чарушин', 'Черемисинов', 'Шабалин', 'Шалагинов', 'Широков', 'Шмелёв', 'Якимов',
] as const;
const men = [
  ['Алексей', 'Алексеевич'],
  ['Андрей', 'Андреевич'],
  ['Виктор', 'Викторович'],
  ['Дмитрий', 'Дмитриевич'],
  ['Евгений', 'Евгеньевич'],
  ['Иван', 'Иванович'],
  ['Михаил', 'Михайлович'],
  ['Николай', 'Николаевич'],
  ['Олег', 'Олегович'],
  ['Павел', 'Павлович'],
  ['Роман', 'Романович'],
  ['Сергей', 'Сергеевич'],
  ['Степан', 'Степанович'],
  ['Юрий', 'Юрьевич'],
] as const;
const women = [
  'Анна',
  'Валентина',
  'Вера',
  'Галина',
  'Дарья',
  'Екатерина',
  'Елена',
  'Ирина',
  'Людмила',
  'Марина',
  'Надежда',
  'Наталья',
  'Ольга',
  'Светлана',
  'Татьяна',
] as const;

export interface Person {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

function feminine(surname: string): string {
  return surname.endsWith('ых') ? surname : `${surname}а`;
}

/** An invented person; women's surnames and patronymics agree. */
export function inventPerson(chance: Random): Person {
  const surname = chance.pick(surnames);
  const father = chance.pick(men)[1];
  if (chance.chance(0.42)) return { surname, given: chance.pick(men)[0], patronymic: father };
  return { surname: feminine(surname), given: chance.pick(women), patronymic: father.replace(/ич$/, 'на') };
}

/** «Лаптева Ирина Олеговна» */
export function fullNameOf({ surname, given, patronymic }: Person): string {
  return `${surname} ${given} ${patronymic}`;
}

// prettier-ignore
const latin: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

/** Latin letters for logins and for messages of those who type so. Capitals stay capitals. */
export function transliterate(text: string): string {
  return Array.from(text)
    .map((letter) => {
      const found = latin[letter.toLowerCase()];
      if (found === undefined) return letter;
      return letter === letter.toLowerCase() ? found : found.charAt(0).toUpperCase() + found.slice(1);
    })
    .join('');
}
