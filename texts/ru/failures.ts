import type { FailureTexts } from '../failure-sentence.ts';
import { writeNumber } from '../number.ts';
import { plural } from '../plural.ts';
import { lifecycle } from './lifecycle.ts';

const megabytes = (bytes: number): string => `${writeNumber(bytes / 1_048_576, 'ru')} МБ`;
const characters = (n: number): string => plural(n, 'знак', 'знака', 'знаков');
const stageName = (code: string): string | undefined =>
  Object.entries(lifecycle.stage).find(([name]) => name === code)?.[1];

/** A wait in words people use: seconds up to a minute and a half, then minutes. */
const wait = (seconds: number): string =>
  seconds <= 90
    ? plural(Math.max(1, seconds), 'секунду', 'секунды', 'секунд')
    : plural(Math.ceil(seconds / 60), 'минуту', 'минуты', 'минут');

/** What went wrong, why, and what to do: one sentence or two for every failure of the catalogue. */
export const failures: FailureTexts = {
  not_signed_in: () => 'Вы вышли или время входа истекло. Войдите ещё раз: вернём вас на это же место.',
  not_allowed: () =>
    'Это действие не входит в вашу роль. Если оно нужно для работы, попросите администратора.',
  wrong_credentials: () =>
    'Логин или пароль не подошли. Проверьте раскладку и клавишу Caps Lock и попробуйте ещё раз.',
  too_many_attempts: ({ retryAfterSeconds }) =>
    `Слишком много попыток подряд. Подождите ${wait(retryAfterSeconds)} и попробуйте снова.`,
  wrong_csrf_token: () =>
    'Страница устарела: возможно, вы входили в другой вкладке. Обновите страницу и повторите действие.',
  bad_request: () =>
    'Что-то в заполненном не подошло. Проверьте поля и отправьте ещё раз: введённое сохранилось.',
  not_found: () => 'Такой записи нет: её могли удалить, или у вас нет к ней доступа. Вернитесь к списку.',
  region_not_found: () => 'По этому адресу нет ни одного региона. Проверьте адрес страницы.',
  appeal_not_found: () =>
    'Такой карточки нет, или она вне вашей территории. Проверьте номер или вернитесь в очередь.',
  answer_not_found: () => 'Черновика ответа уже нет: его отправили или отозвали. Обновите карточку.',
  topic_not_found: () => 'Такой темы больше нет в списке региона. Выберите другую.',
  authority_not_found: () => 'Такой организации нет в реестре региона. Выберите другую.',
  stale_version: ({ changedBy, changedAt }, { moment }) =>
    changedBy === null
      ? `Пока вы писали, карточка изменилась (${moment(changedAt)}). Ваш текст сохранён: обновите карточку и повторите.`
      : `Пока вы писали, карточка изменилась: ${changedBy}, ${moment(changedAt)}. Ваш текст сохранён: обновите карточку и повторите.`,
  text_empty: () => 'Текст пустой. Напишите хотя бы пару слов.',
  text_too_long: ({ length, limit }) =>
    `Текст слишком длинный: ${characters(length)}, а помещается ${characters(limit)}. Оставьте главное.`,
  coordinates_impossible: () =>
    'Такой точки на Земле нет. Поставьте её на карте ещё раз или напишите адрес словами.',
  file_too_large: ({ limitBytes }) =>
    `Файл больше ${megabytes(limitBytes)}. Уменьшите его или выберите другой.`,
  too_many_files: ({ limit }) =>
    `Файлов слишком много: можно не больше ${plural(limit, 'файла', 'файлов', 'файлов')}. Уберите лишние.`,
  file_not_an_image: () => 'Это не фотография. Подойдут снимки JPEG, PNG и WebP.',
  image_too_many_pixels: () =>
    'Снимок слишком большого размера, открыть его не получится. Уменьшите его и отправьте снова.',
  image_broken: () => 'Снимок повреждён и не открывается. Выберите другой или отправьте без него.',
  file_not_found: () => 'Файл не дошёл до нас. Приложите его ещё раз.',
  wrong_secret: () =>
    'Ссылка не подошла: в ней ошибка или она устарела. Откройте её целиком из письма или сообщения.',
  update_malformed: () =>
    'Канал прислал то, что мы не смогли разобрать. Мы сохранили это для администратора.',
  channel_not_configured: () => 'Этот канал в регионе не подключён. Подключить его может администратор.',
  calendar_exhausted: ({ knownUntil }, { moment }) =>
    `Рабочий календарь известен только до даты «${moment(knownUntil)}», поэтому срок не посчитать. Администратору нужно загрузить календарь на следующий год.`,
  calendar_malformed: ({ detail }) =>
    `Файл календаря не читается: ${detail}. Возьмите файл производственного календаря за год целиком и загрузите ещё раз.`,
  deadline_passed: ({ dueAt }, { moment }) =>
    `Срок уже вышел (${moment(dueAt)}): продлить или приостановить его нельзя. Дайте ответ и объясните задержку.`,
  clock_not_pausable: () =>
    'Этот срок не приостанавливается: закон или безопасность не ждут. Спросите жителя, но срок идёт.',
  extension_not_allowed: () =>
    'Этот срок не продлевается или его уже продлевали. Дайте промежуточный ответ и обратитесь к координатору.',
  extension_too_long: ({ latest }, { moment }) =>
    `Дальше, чем до даты «${moment(latest)}», этот срок продлить нельзя. Выберите день не позже.`,
  never_to_the_body_complained_of: () =>
    'Жалуются как раз на эту организацию: по закону ей жалобу передавать нельзя. Выберите ту, что её контролирует.',
  move_not_allowed: ({ from }) => {
    const now = stageName(from);
    return now === undefined
      ? 'Сейчас это сделать нельзя: состояние уже другое. Обновите карточку.'
      : `Сейчас это сделать нельзя: карточка в состоянии «${now}». Обновите её и выберите другое действие.`;
  },
  reason_required: () =>
    'Нужна причина: её увидят те, кто откроет карточку после вас. Напишите хотя бы одно предложение.',
  date_required: () => 'Нужна дата не раньше завтрашней: без неё обещание ничего не значит. Выберите день.',
  personal_data_in_answer: () =>
    'В ответе есть чьи-то личные данные. Уберите их и сохраните черновик — тогда его можно отправить.',
  answer_too_long: ({ length, limit }) =>
    `В этот канал ответ не поместится: ${characters(length)}, а можно ${characters(limit)}. Сократите текст.`,
  nothing_to_confirm: () => 'Подтверждать пока нечего: об исправлении ещё не сообщали.',
  already_rated: () => 'Оценка уже поставлена, второй раз она не нужна.',
};

/** What the console and the portal say when the server did not answer with a failure of the catalogue. */
export const beyondFailures = {
  no_connection: 'Нет связи с центром. Введённое сохранено: как только связь вернётся, повторите.',
  server_error: (number: string) =>
    number === ''
      ? 'На сервере произошла ошибка, мы о ней уже знаем. Попробуйте ещё раз через минуту.'
      : `На сервере произошла ошибка, мы о ней уже знаем. Попробуйте ещё раз через минуту; если не поможет, назовите администратору номер ${number}.`,
};
export type BeyondFailures = typeof beyondFailures;
