import fc from 'fast-check';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** Puts the digits of a number into a shape, `#` for each. */
const filled = (shape: string, number: string): string => {
  let at = 0;
  return shape.replace(/#/g, () => number[at++] ?? '');
};

/** What people put between the parts of a telephone, to be read and not to be found. */
const phoneGaps: readonly string[] = [
  ' ',
  '-',
  '.',
  '–',
  '—',
  '_',
  '/',
  '*',
  '•',
  '·',
  '~',
  '➖',
  '=',
  '|',
  ':',
  ',',
  ', ',
  ' - ',
  ' • ',
  '…',
  '📞',
  '+',
  '\\',
  '"',
  "'",
  '#',
  '^',
  ';',
  '°',
  '−',
  '‑',
  '\u00a0',
  '\u2009',
  '\n',
  ' тире ',
  ' минус ',
  ' дефис ',
];
const phoneCuts: readonly string[] = [
  '|###|###|##|##',
  '|###|###|####',
  '|###|#######',
  '###|###|##|##',
  '|####|##|##|##',
  '##########',
];

/** A mobile or a landline of a town, cut anyhow. */
export const writtenPhone = fc
  .tuple(
    fc.constantFrom('+7', '8', '7', '+ 7'),
    fc.constantFrom('9', '4', '3'),
    digits(9),
    fc.constantFrom(...phoneCuts),
    fc.constantFrom(...phoneGaps),
  )
  .map(
    ([country, first, rest, cut, gap]) =>
      country + filled(cut.replaceAll('|', '\u0001'), first + rest).replaceAll('\u0001', gap),
  );

const user = fc.stringMatching(/^[a-z][a-z0-9_]{2,12}[a-z0-9]$/);
const host = fc.constantFrom('mail', 'yandex', 'gmail', 'example');
const zone = fc.constantFrom('ru', 'com');

/** An e-mail, hidden from machines in the ways people know. */
export const writtenEmail = fc
  .tuple(
    user,
    host,
    zone,
    fc.constantFrom(
      '@',
      ' @ ',
      '(a)',
      '(а)',
      '[at]',
      '(at)',
      ' собака ',
      ' (собака) ',
      '(собака)',
      '{at}',
      '[a]',
      '＠',
    ),
    fc.constantFrom('.', ' . ', ' точка ', '[dot]', '(точка)', ','),
  )
  .map(([name, at, end, dog, dot]) => ({ written: `${name}${dog}${at}${dot}${end}`, name }));

/** A paper or a card, after the word for it, with its digits cut anyhow. */
export const writtenPaper = fc
  .tuple(
    fc.constantFrom(
      ['паспорт', '####|######'],
      ['паспорт серия', '##|## № ######'],
      ['паспорт', '##########'],
      ['СНИЛС', '###|###|###|##'],
      ['СНИЛС:', '###########'],
      ['ИНН', '############'],
      ['ИНН', '####|####|####'],
      ['полис ОМС', '####|####|####|####'],
      ['полис', '################'],
      ['карта', '####|####|####|####'],
      ['номер карты', '################'],
      ['водительское удостоверение', '## ## ######'],
      ['в/у', '##########'],
      ['лицевой счёт', '#########'],
    ),
    fc.constantFrom(' ', '-', '•', '.', '·', ' - '),
    digits(16),
  )
  .map(
    ([[cue = '', shape = ''], gap, number]) =>
      `${cue} ${filled(shape, `4${number.slice(1)}`).replaceAll('|', gap)}`,
  );

const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));

/** A date of birth, told to be one. */
export const writtenBirth = fc
  .tuple(
    day,
    month,
    fc.integer({ min: 1930, max: 2015 }),
    fc.constantFrom('.', '/', '-'),
    fc.constantFrom<(date: string) => string>(
      (date) => `${date} г.р.`,
      (date) => `${date} года рождения`,
      (date) => `дата рождения: ${date}`,
      (date) => `родился ${date}`,
      (date) => `родилась ${date}`,
      (date) => `д.р. ${date}`,
    ),
  )
  .map(([d, m, year, gap, say]) => ({ written: say(`${d}${gap}${m}${gap}${year}`), year: String(year) }));

const plateLetter = fc.constantFrom(...Array.from('АВЕКМНОРСТУХ'));
const latin: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('АВЕКМНОРСТУХ').map((letter, i) => [letter, 'ABEKMHOPCTYX'[i] ?? letter]),
);

/** A car plate, in either alphabet, cut or not. */
export const writtenPlate = fc
  .tuple(
    plateLetter,
    digits(3),
    plateLetter,
    plateLetter,
    fc.constantFrom('46', '77', '177', '799'),
    fc.constantFrom('#N##R', '# N ## R', '#N## R', '#-N-## R', '#N##R RUS'),
    fc.constantFrom('cyrillic', 'latin', 'low'),
  )
  .map(([a, number, b, c, region, shape, letters]) => {
    const written = shape
      .replace('#', a)
      .replace('N', number)
      .replace('##', b + c)
      .replace('R', region);
    if (letters === 'latin')
      return { written: written.replace(/[АВЕКМНОРСТУХ]/g, (letter) => latin[letter] ?? letter), number };
    // In small letters with spaces only the word for it tells a plate.
    return { written: letters === 'low' ? `госномер ${written.toLowerCase()}` : written, number };
  });

/** A page or a name in a network. */
export const writtenPage = fc
  .tuple(
    user.filter(
      (name) => !/^(?:club|public|event|app|wall|album|video|photo|market|clip|topic|feed|group)/.test(name),
    ),
    fc.constantFrom<(name: string) => string>(
      (name) => `vk.com/${name}`,
      (name) => `https://vk.com/${name}`,
      (name) => `http://m.vk.com/${name}`,
      (name) => `t.me/${name}`,
      (name) => `https://t.me/${name}`,
      (name) => `@${name}`,
      (name) => `телеграм: ${name}`,
      (name) => `вк: ${name}`,
      (name) => `ok.ru/${name}`,
      (name) => `Telegram - ${name}`,
    ),
  )
  .map(([name, write]) => ({ written: write(name), name }));

/** A flat of an address that is told to be somebody's home. */
export const writtenHome = fc
  .tuple(
    fc.constantFrom(
      'Проживаю',
      'проживаю по адресу',
      'живу на',
      'Прописан:',
      'мой адрес:',
      'зарегистрирована по адресу',
    ),
    fc.constantFrom(
      'Ленина',
      'ул. Ленина',
      'ул. Мира, д.',
      'г. Курск, ул. Мира, д.',
      'улица 40 лет Октября',
      'проспект Победы, дом',
    ),
    fc.integer({ min: 1, max: 99 }),
    fc.constantFrom('', ' к. 2', 'а', '/3'),
    fc.constantFrom('-', ' - ', ', ', ' – '),
    fc.integer({ min: 100, max: 999 }),
    fc.constantFrom('', '.', '. Нет воды', ', нет воды', '\nНет света'),
  )
  .map(([cue, street, house, part, gap, flat, after]) => ({
    written: `${cue} ${street} ${house}${part}${gap}${flat}${after}`,
    place: `${street} ${house}${part}`,
    flat: String(flat),
  }));

/** How editors, exports and people who hide spoil a piece of text without changing what is read. */
export const spoils: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `<b>${text}</b>`,
  (text) => `<span style="color:red">${text}</span>`,
  (text) => inTheMiddle(text, '<b>', '</b>'),
  (text) => inTheMiddle(text, '<em>', '</em>'),
  (text) => inTheMiddle(text, '<font size=2>', '</font>'),
  (text) => inTheMiddle(text, '&lt;i&gt;', '&lt;/i&gt;'),
  (text) => Array.from(text).join('\u200b'),
  (text) => Array.from(text).join('\u2060'),
  (text) => Array.from(text).join('\u00ad'),
  (text) => text.replaceAll(' ', '&nbsp;'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];

function inTheMiddle(text: string, open: string, close: string): string {
  const characters = Array.from(text);
  const at = Math.floor(characters.length / 3);
  return [
    ...characters.slice(0, at),
    open,
    ...characters.slice(at, at * 2),
    close,
    ...characters.slice(at * 2),
  ].join('');
}
