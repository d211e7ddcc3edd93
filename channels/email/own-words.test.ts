import { describe, expect, test } from 'vitest';
import { historyMark, htmlToText } from './html.ts';
import { ownWords } from './own-words.ts';

const own = 'Яма снова открыта.';

describe('an answer without the letter it answers', () => {
  test.each([
    ['Gmail in Russian', 'пн, 2 мар. 2026 г. в 10:15, Приёмная <p@example.ru>:\n\n> Люк закрыт.'],
    [
      'Gmail with a folded line',
      'пн, 2 мар. 2026 г. в 10:15, Приёмная области <\np@example.ru>:\n\n> Закрыт.',
    ],
    ['Gmail in English', 'On Mon, Mar 2, 2026 at 10:15 AM Desk <p@example.ru> wrote:\n> Closed.'],
    ['Gmail, history not marked', 'On Mon, Mar 2, 2026 at 10:15 AM Desk <p@example.ru> wrote:\n\nClosed.'],
    ['Yandex', '02.03.2026, 10:15, "Приёмная" <p@example.ru>:\n\nЛюк закрыт.'],
    ['Mail.ru', 'Понедельник, 2 марта 2026, 10:15 +03:00 от Приёмная <p@example.ru>:\n\nЛюк закрыт.'],
    ['Apple', '2 марта 2026 г., в 10:15, Приёмная <p@example.ru> написал(а):\n\n> Люк закрыт.'],
    ['Thunderbird', '02.03.2026 10:15, Приёмная пишет:\n> Люк закрыт.'],
    [
      'Outlook',
      'From: Desk <p@example.ru>\nSent: Monday, March 2, 2026 10:15 AM\nTo: Anna\nSubject: RE: x\n\nClosed.',
    ],
    [
      'Outlook in Russian',
      '________________________________\nОт: П\nОтправлено: 2 марта\nКому: А\nТема: x\n\nЗакрыт.',
    ],
    ['Rambler', 'От кого: П <p@example.ru>\nДата: 2 марта\nКому: А\n\nЗакрыт.'],
    ['The Bat', '-----Original Message-----\nЗакрыт.'],
    ['Outlook Express in Russian', '----- Исходное сообщение -----\nЗакрыт.'],
    ['quotes alone', '> Люк закрыт.\n> Приёмная'],
    ['quotes within quotes', '>> Яма!\n> Люк закрыт.'],
  ])('%s', (_, history) => {
    expect(ownWords(`${own}\n\n${history}`, true)).toBe(own);
  });

  test('keeps words written below and between the quoted lines', () => {
    const text = '02.03.2026 10:15, Приёмная пишет:\n> Какой подъезд?\nТретий.\n> Этаж?\nСедьмой.';
    expect(ownWords(text, true)).toBe('Третий.\nСедьмой.');
  });

  test('is empty when nothing was added', () => {
    expect(ownWords('> Люк закрыт.', true)).toBe('');
  });
});

describe('words that only look like history are kept', () => {
  test.each([
    ['a colon after a time', 'Сегодня в 10:15 написал в УК:\nответа нет.'],
    ['a sentence about a letter', 'От управляющей компании: тишина.'],
    ['a list with dates', 'Писал:\n01.02.2026 — в УК\n15.02.2026 — в администрацию'],
    ['a dash line in the middle', `Первое.\n--\n${'Ещё одна длинная строка.\n'.repeat(20)}`.trim()],
    ['a comparison sign', 'Давление 5 атм > нормы'],
  ])('%s', (_, text) => {
    expect(ownWords(text, false)).toBe(text);
  });

  test('a first letter that is all quotation', () => {
    expect(ownWords('> скопировал из чата дома\n> лифт стоит', false)).toBe(
      '> скопировал из чата дома\n> лифт стоит',
    );
  });

  test('a letter sent on, with what was sent on', () => {
    const text = `${own}\n\n---------- Forwarded message ---------\nFrom: УК <uk@example.net>\nDate: x\nSubject: y\n\nОтказ.`;
    expect(ownWords(text, false)).toBe(text);
  });
});

describe('signatures', () => {
  test.each([
    ['a signature after its mark', `${own}\n-- \nАнна\n+7 000 000-00-00`, own],
    ['a line of a telephone', `${own}\n\nОтправлено с iPhone`, own],
    ['a line of a mail program', `${own}\n\nОтправлено из мобильной Почты Mail`, own],
    ['a line of a program below the signature', `${own}\n\n--\nАнна\nSent from my Galaxy`, own],
    ['courtesy and a name stay', `${own}\n\nС уважением,\nАнна`, `${own}\n\nС уважением,\nАнна`],
    ['a letter that is only a signature stays', '--\nАнна', '--\nАнна'],
  ])('%s', (_, text, kept) => {
    expect(ownWords(text, false)).toBe(kept);
  });
});

describe('a page as text', () => {
  test.each([
    ['blocks are lines', '<div>Раз</div><div>Два</div><p>Три</p>', 'Раз\nДва\n\nТри'],
    ['line breaks and spaces', 'Раз<br>\n  Два   три&nbsp;м', 'Раз\nДва три\u00a0м'],
    ['what is not shown is dropped', '<style>b{}</style><title>x</title>Раз<script>1 < 2</script>', 'Раз'],
    ['quoted blocks', 'Раз<blockquote>Два<br>Три</blockquote>Четыре', 'Раз\n\n> Два\n> Три\n\nЧетыре'],
    ['a bare comparison', 'шум 5 < 6 > 4', 'шум 5 < 6 > 4'],
    ['a picture pasted into the page', `Раз<img src="data:image/png;base64,${'A'.repeat(200_000)}">`, 'Раз'],
    ['a bracket in an attribute', '<a title="a > b" href=x>Раз</a>', 'Раз'],
    ['entities', '&laquo;Заря&raquo; &#8212; &lt;b&gt;', '«Заря» — <b>'],
    ['an unclosed tag', 'Раз <b', 'Раз <b'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('history in a marked block is cut', () => {
    const page = `${own}<div id="divRplyFwdMsg">От: П</div><div>Закрыт.</div>`;
    expect(htmlToText(page)).toContain(historyMark);
    expect(ownWords(htmlToText(page), true)).toBe(own);
  });

  test('a hundred thousand open brackets take no longer than their length', () => {
    for (const page of [
      '<'.repeat(100_000),
      '<!--'.repeat(50_000),
      '<a "'.repeat(50_000),
      '<div>'.repeat(50_000),
    ]) {
      expect(typeof htmlToText(page)).toBe('string');
    }
  });
});
