import { plural } from '../plural.ts';

/** Words of the small script that makes the pages nicer where JavaScript works. */
export const portalLive = {
  draftRestored: 'Вернули то, что вы не дописали в прошлый раз.',
  draftDrop: 'Начать заново',
  photosChoose: 'Выбрать фотографии',
  photosChosen: (n: number, limit: number) =>
    n > limit
      ? `Выбрано ${n}, а принять можем ${limit}. Лишние не отправятся.`
      : `Выбрано: ${plural(n, 'фотография', 'фотографии', 'фотографий')}`,
  photoRemove: (n: number) => `Убрать фотографию ${n}`,
  photoAlt: (n: number) => `Выбранная фотография ${n}`,
  photoNot: (name: string) => `«${name}» — не фотография, отправить её нельзя.`,
  photosPreparing: 'Уменьшаем фотографии, чтобы быстрее ушли…',
  showMap: 'Показать на карте',
  hideMap: 'Скрыть карту',
  here: 'Я здесь',
  locating: 'Ищем, где вы…',
  located: (accuracyMetres: number) =>
    `Нашли вас с точностью до ${plural(Math.max(1, Math.round(accuracyMetres)), 'метра', 'метров', 'метров')}. Точку можно передвинуть на карте.`,
  locateDenied: 'Браузер не дал узнать, где вы. Разрешите доступ к месту или напишите адрес словами.',
  locateFailed: 'Не получилось узнать, где вы. Напишите адрес словами или поставьте точку на карте.',
  pickHint:
    'Нажмите на карту там, где проблема. С клавиатуры: стрелки двигают карту, Enter ставит точку в середине.',
  picked: 'Точка поставлена.',
  unpick: 'Убрать точку',
  mapFailed: 'Карта не загрузилась. Напишите адрес словами: этого достаточно.',
  mapFailedList: 'Карта не загрузилась. Ниже — то же самое списком.',
  copied: 'Скопировано',
  sending: 'Отправляем…',
  offline: 'Нет связи. Текст сохранён в браузере: отправьте, когда связь появится.',
};

export type PortalLiveTexts = typeof portalLive;
