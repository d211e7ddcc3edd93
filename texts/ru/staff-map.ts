import { plural } from '../plural.ts';

/** The staff map. */
export const staffMap = {
  title: 'Карта проблем',
  listLabel: 'Проблемы на карте',
  shown: (n: number) => plural(n, 'проблема', 'проблемы', 'проблем'),
  withoutPlace: (n: number) => `Ещё ${plural(n, 'проблема', 'проблемы', 'проблем')} без точного места`,
  toWithoutPlace: 'Смотреть в очереди',
  isCut: 'Показаны не все: сузьте фильтр, чтобы увидеть остальные.',
  empty: 'По этим условиям на карте ничего нет. Уберите часть фильтров.',
  state: 'Состояние проблемы',
  appeals: (n: number) => plural(n, 'карточка', 'карточки', 'карточек'),
  openCard: 'Открыть карточку',
  noCard: 'Карточка вне вашей территории',
  mapFailed: 'Карта не загрузилась. Список рядом работает.',
  showList: 'Список',
  showMap: 'Карта',
  legend: 'Обозначения',
  tones: {
    open: 'Не решена',
    promised: 'Есть дата или решение',
    done: 'Исправлена',
    disputed: 'Жители не согласны',
  },
  listCut: (n: number) => `В списке первые ${n}. Приблизьте карту или сузьте фильтр.`,
};

export type StaffMapTexts = typeof staffMap;
