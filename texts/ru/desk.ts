import { plural } from '../plural.ts';

/** Registering what came by phone, in person or on paper. */
export const desk = {
  title: 'Новое сообщение',
  source: 'Как обратились',
  sources: { phone: 'Телефон', visit: 'Личный приём', paper: 'Письмо на бумаге' },
  text: 'Что случилось',
  textHint:
    'Как говорит житель: что, где, с какого времени. Тему, место и ответственного система предложит сама.',
  textMissing: 'Запишите, что случилось: хватит пары слов',
  address: 'Адрес или примета',
  addressHint: 'Например: Мира, 12, второй подъезд',
  contact: 'Кто обратился',
  contactHint: 'Имя и телефон хранятся отдельно: исполнитель их не увидит.',
  name: 'Имя',
  phone: 'Телефон',
  files: 'Снимок или скан',
  filesHint: (n: number) => `До ${plural(n, 'файла', 'файлов', 'файлов')}. Данные о съёмке удалим.`,
  addFile: 'Выбрать файл',
  uploading: 'Загружаем…',
  removeFile: (n: number) => `Убрать файл ${n}`,
  submit: 'Зарегистрировать',
  done: 'Зарегистрировано',
  doneLead: 'Назовите жителю номер: по нему найдут сообщение в любой момент.',
  openCard: 'Открыть карточку',
  another: 'Записать следующее',
  length: (n: number) => plural(n, 'знак', 'знака', 'знаков'),
};

export type DeskTexts = typeof desk;
