import { plural } from '../plural.ts';

/** The queue: tabs, filters, rows. */
export const queue = {
  title: 'Очередь',
  listLabel: 'Карточки',
  tabsLabel: 'Быстрый выбор',
  tabs: {
    mine: 'Ждут меня',
    all: 'Все',
    triage: 'Разобрать',
    onApproval: 'На согласовании',
    overdue: 'Просрочено',
    danger: 'Опасно',
  },
  count: (n: number) => (n >= 999 ? '999+' : String(n)),
  countLabel: (tab: string, n: number) => (n >= 999 ? `${tab}: 999 или больше` : `${tab}: ${n}`),

  search: 'Поиск',
  searchHint: 'Номер, слова, адрес',
  filters: 'Фильтры',
  filtersOn: (n: number) => `Фильтры: ${n}`,
  clear: 'Сбросить',
  topic: 'Тема',
  sector: 'Блок',
  municipality: 'Муниципалитет',
  authority: 'Организация',
  state: 'Состояние',
  channel: 'Канал',
  kind: 'Что это',
  period: 'Поступило',
  order: 'Порядок',
  orders: { urgent: 'Сначала срочные', newest: 'Сначала новые' },
  any: 'Любая',
  anyState: 'Любое',
  anyMunicipality: 'Любой',
  anyChannel: 'Любой',

  fresh: (n: number) => `${plural(n, 'новая', 'новых', 'новых')}. Показать`,
  freshSaid: (n: number) => `В очереди ${plural(n, 'новая карточка', 'новые карточки', 'новых карточек')}`,
  loaded: (n: number, isAll: boolean) =>
    isAll
      ? plural(n, 'карточка', 'карточки', 'карточек')
      : `Загружено ${plural(n, 'карточка', 'карточки', 'карточек')}`,
  more: 'Загружаются следующие',
  end: 'Это всё',
  nothing: {
    mine: 'Сейчас вас ничего не ждёт. Новое появится здесь само; пока можно посмотреть «Все».',
    filtered: 'По этим условиям ничего не нашлось. Уберите часть фильтров или поищите иначе.',
    all: 'Карточек ещё нет. Они появятся здесь, как только напишет первый житель.',
  },
  choose: 'Выберите карточку слева',
  chooseHint: 'Клавиши j и k ведут по списку, Enter открывает, ? показывает все клавиши.',

  neighbours: (n: number) => `+${n}`,
  neighboursLabel: (n: number) => `Ещё ${plural(n, 'карточка', 'карточки', 'карточек')} о том же`,
  noTopic: 'Тема не определена',
  noPlace: 'Место не указано',
  pausedShort: 'срок на паузе',
  due: {
    left: (duration: string) => `ещё ${duration}`,
    over: (duration: string) => `просрочено на ${duration}`,
    days: (n: number) => plural(n, 'день', 'дня', 'дней'),
    none: 'без срока',
    until: (moment: string) => `Ответить до: ${moment}`,
  },
  backToList: 'К списку',
};

export type QueueTexts = typeof queue;
