import type { DeliveryItem } from '#kernel/channel.ts';
import { largePhoto, letter, photo, winmail } from './letter.ts';

/** What the made-up letters of this folder say. Nothing in them was written by a real person. */

export const expected: Readonly<Record<string, readonly DeliveryItem[]>> = {
  answers_between_the_lines: [
    letter({
      externalId: 'a13@example.org',
      threadKey: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru a3bf86238a1c59bd',
      subject: 'Уточнение',
      text: 'Третий.\nСедьмой, у лифта.',
      inReplyTo: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      namesCase: '26-000123',
    }),
  ],
  bounce_as_spam: [
    {
      kind: 'bounced',
      externalId: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      reason: 'text_refused',
    },
  ],
  bounce_delayed: [{ kind: 'ignored', what: 'delivery_delayed' }],
  bounce_in_plain_words: [
    {
      kind: 'bounced',
      externalId: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      reason: 'blocked',
    },
  ],
  bounce_no_such_mailbox: [
    {
      kind: 'bounced',
      externalId: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      reason: 'gone',
    },
  ],
  broken_base64: [
    letter({
      externalId: 'a20@example.org',
      subject: 'Лавочка',
      text: 'Лавочка\n\nСломана лавочка у подъезда, Новая 4.',
    }),
  ],
  broken_quoted_printable: [
    letter({
      externalId: 'a21@example.org',
      subject: 'Ограда',
      text: 'Ограда\n\nУпала ограда в сквере.\nСумма =ZZ 100%',
    }),
  ],
  clock_of_another_year: [
    letter({
      externalId: 'a25@example.org',
      subject: 'Мост',
      text: 'Мост\n\nПерила моста шатаются.',
      sentAt: '2026-03-02T07:15:04.000Z',
    }),
  ],
  flowed_text: [
    letter({
      externalId: 'a22@example.org',
      subject: 'Двор',
      text: 'Двор\n\nВо дворе дома 4 уже вторую неделю стоит лужа.\n\nНе пройти.',
    }),
  ],
  form_on_a_site: [
    letter({
      externalId: 'a24@example.org',
      threadKey: 'a24@example.org 60c61206e36204aa',
      subject: 'Сообщение с сайта: течёт труба',
      text: 'Сообщение с сайта: течёт труба\n\nВо дворе Полевой 3 течёт труба.',
      author: { externalId: 'maria@example.org', name: 'Мария Примерова' },
    }),
  ],
  form_that_writes_as_ourselves: [
    letter({
      externalId: 'a27@example.org',
      threadKey: 'a27@example.org 2832c1f141b80f15',
      subject: 'Обращение',
      text: 'На Лесной 7 не работает домофон.',
      author: { externalId: 'ivan@example.org', name: null },
    }),
  ],
  forwarded_reply_of_a_company: [
    letter({
      externalId: 'a14@example.org',
      subject: 'Ответ УК',
      text: 'Ответ УК\n\nПосмотрите, что мне ответили. Крыша так и течёт!\n\n-------- Пересылаемое сообщение --------\n01.03.2026, 9:00, "УК Пример" <uk@example.net>:\n\n> Ремонт крыши не запланирован.\n-------- Конец пересылаемого сообщения --------',
    }),
  ],
  gmail_answer: [
    letter({
      externalId: 'a9@example.org',
      threadKey: 'a1@example.org a3bf86238a1c59bd',
      subject: 'Яма',
      references: '<a1@example.org> <otklik.0123456789abcdef0123456789abcdef01234567@example.ru>',
      text: 'Спасибо, но яма снова открыта. Фото пришлю вечером.',
      inReplyTo: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      namesCase: '26-000123',
    }),
  ],
  gmail_html_answer: [
    letter({
      externalId: 'a12@example.org',
      threadKey: 'a1@example.org a3bf86238a1c59bd',
      subject: 'Яма',
      references: '<a1@example.org>',
      text: 'Да, всё сделали.',
      inReplyTo: 'a1@example.org',
    }),
  ],
  html_only: [
    letter({
      externalId: 'a8@example.org',
      subject: 'Без темы',
      text: 'Добрый день.\nВо дворе дома 4 по Новой сломаны качели — торчит железо.\n\nдом 4\nдом 6\n\nС уважением,\nОльга Примерова',
    }),
  ],
  koi8_r_base64: [
    letter({
      externalId: 'a3@example.org',
      subject: 'Нет света в подъезде',
      text: 'Нет света в подъезде\n\nТретий день нет света во втором подъезде по улице Лесной, 7.',
    }),
  ],
  labelled_koi8_but_windows: [
    letter({
      externalId: 'a6@example.org',
      subject: 'Остановка',
      text: 'Остановка\n\nРазбита остановка у поликлиники, стекло лежит на тротуаре.',
    }),
  ],
  labelled_latin_but_russian: [
    letter({
      externalId: 'a5@example.org',
      subject: 'Нет воды',
      text: 'Нет воды\n\nСо вчерашнего вечера нет горячей воды, Полевая 3.',
    }),
  ],
  lost_boundary: [
    letter({
      externalId: 'a17@example.org',
      subject: 'Светофор',
      text: 'Светофор\n\nНе работает светофор на перекрёстке Мира и Садовой.',
      files: [{ name: 'light.jpg', bytes: photo }],
    }),
  ],
  mail_ru_answer: [
    letter({
      externalId: 'a11@example.org',
      threadKey: 'a1@example.org a3bf86238a1c59bd',
      subject: 'Яма',
      references: '<a1@example.org>',
      text: 'Подтверждаю, закрыли. Спасибо!',
      inReplyTo: 'a1@example.org',
    }),
  ],
  mailing_list: [
    letter({
      externalId: 'l1@example.org',
      threadKey: 'l1@example.org 8f741f7c4c65e216',
      subject: 'Скидки недели',
      text: 'Скидки недели\n\nСкидки!',
      author: { externalId: 'news@example.net', name: 'Рассылка' },
      isAutomatic: true,
    }),
  ],
  nested_parts_and_pixel: [
    letter({
      externalId: 'a15@example.org',
      subject: 'Парковка на газоне',
      text: 'Парковка на газоне\n\nМашины стоят на газоне у дома 9 по Парковой.',
      files: [{ name: 'gazon.jpg', bytes: photo }],
    }),
    { kind: 'ignored', what: 'inline_images: 1' },
  ],
  only_a_signature_below_a_photo: [
    letter({
      externalId: 'a28@example.org',
      subject: 'Яма на Мира',
      text: 'Яма на Мира\n\n--\nАнна',
      files: [{ name: 'yama.jpg', bytes: photo }],
    }),
  ],
  our_letter_come_back: [
    letter({
      externalId: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      threadKey: 'case:26-000123 1ee3d2b18a0be493',
      subject: 'Яма',
      text: 'Люк закрыт.',
      author: { externalId: 'priemnaya@example.ru', name: 'Приёмная' },
      namesCase: '26-000123',
      isAutomatic: true,
    }),
  ],
  out_of_office_by_subject: [
    letter({
      externalId: 'v2@example.org',
      subject: 'Автоматический ответ: Яма',
      text: 'Автоматический ответ: Яма\n\nМеня нет на рабочем месте.',
      isAutomatic: true,
    }),
  ],
  outlook_answer: [
    letter({
      externalId: 'a10@example.org',
      threadKey: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru a3bf86238a1c59bd',
      subject: 'Яма',
      text: 'Добрый день!\nНичего не сделано, приезжайте и посмотрите.\n\nС уважением,\nПётр Примеров',
      inReplyTo: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      namesCase: '26-000123',
    }),
  ],
  photo_attached: [
    letter({
      externalId: 'a1@example.org',
      subject: 'Открытый люк на Садовой',
      text: 'Открытый люк на Садовой\n\nЗдравствуйте! На улице Садовой возле дома 12 открытый люк. Дети ходят мимо в школу.',
      files: [{ name: 'люк во дворе.jpg', bytes: photo }],
    }),
  ],
  photo_without_words: [
    letter({
      externalId: 'a18@example.org',
      subject: '',
      text: '',
      files: [{ name: 'IMG_0001.jpg', bytes: photo }],
    }),
  ],
  read_receipt: [{ kind: 'ignored', what: 'read_receipt' }],
  subject_without_text: [
    letter({
      externalId: 'a19@example.org',
      subject: 'Не горит фонарь, Лесная 7',
      text: 'Не горит фонарь, Лесная 7',
    }),
  ],
  text_around_a_photo: [
    letter({
      externalId: 'a23@example.org',
      subject: 'Знак',
      text: 'Знак упал:\n\nУгол Мира и Лесной.',
      files: [{ name: 'IMG_2.jpg', bytes: largePhoto }],
    }),
  ],
  text_of_noise: [{ kind: 'unknown', detail: 'text_undecodable' }],
  undeclared_8bit: [
    letter({
      externalId: 'a4@example.org',
      threadKey: 'a4@example.org 2832c1f141b80f15',
      subject: 'Мусор не вывозят',
      text: 'Мусор не вывозят\n\nУважаемые! Контейнеры у дома 5 по Заречной не вывозили с пятницы.\nСпасибо.',
      author: { externalId: 'ivan@example.org', name: 'Иван Примеров' },
    }),
  ],
  unheard_of_encoding: [
    letter({
      externalId: 'a7@example.org',
      subject: 'Снег',
      text: 'Снег\n\nТротуар на Мира не чистили неделю, пройти нельзя.',
    }),
  ],
  vacation_reply: [
    letter({
      externalId: 'v1@example.org',
      threadKey: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru a3bf86238a1c59bd',
      subject: 'Яма',
      text: 'Я в отпуске до 10 марта.',
      inReplyTo: 'otklik.0123456789abcdef0123456789abcdef01234567@example.ru',
      namesCase: '26-000123',
      isAutomatic: true,
    }),
  ],
  windows_1251_quoted_printable: [
    letter({
      externalId: 'a2@example.org',
      subject: 'Яма на Садовой',
      text: 'Яма на Садовой\n\nЗдравствуйте! На улице Садовой возле дома 12 открытый люк. Дети ходят мимо в школу.',
    }),
  ],
  winmail_dat: [
    letter({
      externalId: 'a16@example.org',
      subject: 'Шум ночью',
      text: 'Шум ночью\n\nПосле полуночи грузовики разгружают у магазина, Мира 10.',
      files: [{ name: 'winmail.dat', bytes: winmail }],
    }),
  ],
  without_message_id: [
    letter({
      externalId: 'sha256:f6118aa52d08296ab66ef5c14dd8bf161a4f92e157cb8abed2d76541b270ac28',
      subject: 'Яма',
      text: 'Яма на Мира.',
      sentAt: '2026-03-02T07:15:04.000Z',
      author: { externalId: 'anna@example.org', name: null },
    }),
  ],
};
