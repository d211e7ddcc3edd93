import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { columnNamed } from './columns.ts';
import { openTable, type Row } from './table.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const save = (content: string | Uint8Array, name = 't.csv'): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

async function read(file: string) {
  const told: string[] = [];
  const { header, rows } = await openTable(file, (line) => void told.push(line.replaceAll(file, 'FILE')));
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return { header, rows: all, told };
}

/** Windows-1251 for the letters of Russian: what a spreadsheet saves. */
const ansi = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return { ё: 0xb8, Ё: 0xa8, '№': 0xb9, '«': 0xab, '»': 0xbb }[letter] ?? code;
  });

const lines = ['номер,текст', '1,"Яма, у дома №\u00a05"', '2,Снег'];
const expected = [
  { номер: '1', текст: 'Яма, у дома №\u00a05' },
  { номер: '2', текст: 'Снег' },
];

describe('one table, however it is saved', () => {
  test.each<[string, string | Uint8Array]>([
    ['plainly', lines.join('\n')],
    ['with a byte order mark and CRLF', `\uFEFF${lines.join('\r\n')}\r\n`],
    ['with lines of an old Mac', lines.join('\r')],
    ['with semicolons', 'номер;текст\n1;Яма, у дома №\u00a05\n2;Снег'],
    ['with semicolons and what says so', 'sep=;\r\nномер;текст\r\n1;Яма, у дома №\u00a05\r\n2;Снег'],
    ['with tabs', 'номер\tтекст\n1\tЯма, у дома №\u00a05\n2\tСнег'],
    ['with bars', 'номер|текст\n1|Яма, у дома №\u00a05\n2|Снег'],
    [
      'with spaces around names and empty lines',
      `\n\n номер , текст \n\n${lines.slice(1).join('\n\n')}\n \n`,
    ],
    ['in UTF-16 with its mark', Buffer.from(`\uFEFF${lines.join('\n')}`, 'utf16le')],
    ['packed, and not called so', gzipSync(lines.join('\n'))],
    ['with every name in quotation marks', '"номер","текст"\n"1","Яма, у дома №\u00a05"\n"2","Снег"'],
  ])('%s', async (_, content) => {
    const { header, rows } = await read(save(content));
    expect(header).toEqual(['номер', 'текст']);
    expect(rows).toEqual(expected);
  });

  test('in Windows-1251, which is told', async () => {
    const { rows, told } = await read(save(ansi('id;текст\n1;Ёлка у дома №5 «Уют» упала\n')));
    expect(rows).toEqual([{ id: '1', текст: 'Ёлка у дома №5 «Уют» упала' }]);
    expect(told).toEqual(['FILE is not UTF-8: it is read as windows-1251.']);
  });

  test('in Windows-1251 that begins after much that is ASCII', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},plain`).join('\n');
    const file = await read(save(ansi(`id,text\n${rows}\n7,Яма на дороге у школы\n`)));
    expect(file.rows.at(-1)).toEqual({ id: '7', text: 'Яма на дороге у школы' });
  });

  test('called packed, and plain', async () => {
    expect((await read(save(lines.join('\n'), 'plain.csv.gz'))).rows).toEqual(expected);
  });
});

describe('texts', () => {
  test('may hold lines, doubled quotation marks and single ones', async () => {
    const { rows } = await read(
      save('id,text\n1,"Дом\n5, ""Уют"""\n2,ООО "Уют" не чистит\n3,"ООО "Уют" спит"\n'),
    );
    expect(rows.map((row) => row['text'])).toEqual([
      'Дом\n5, "Уют"',
      'ООО "Уют" не чистит',
      '"ООО "Уют" спит"',
    ]);
  });

  test('with a broken character are read, and it is told', async () => {
    const bytes = Buffer.from(`id,text\n1,${'Яма у дома. '.repeat(20)}\n2,Снег\n`);
    bytes[40] = 0xff;
    const { rows, told } = await read(save(bytes));
    expect(rows).toHaveLength(2);
    expect(told.join()).toMatch(/characters are broken/);
  });
});

describe('rows of another length', () => {
  test('are read as far as they go, counted and told', async () => {
    const { rows, told } = await read(save('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n'));
    expect(rows).toEqual([
      { a: '1', b: '2', c: '3' },
      { a: '1', b: '2', c: '' },
      { a: '1', b: '2', c: '3' },
      { a: '1', b: '2', c: '3' },
    ]);
    expect(told).toEqual([
      'FILE: 1 rows (the first is row 2) lack columns; what is missing is read as empty.',
      'FILE: 1 rows (the first is row 3) have more columns than the header; these are not read.',
    ]);
  });

  test('that are most of a file are no table', async () => {
    await expect(read(save('text,topic\nЯма, большая,дороги\nСнег, лёд,дороги\n'))).rejects.toThrow(
      'more columns than its header',
    );
  });

  test('several columns of one name: the first is read', async () => {
    const { header, rows, told } = await read(save('id,text,id\n1,Яма,2\n'));
    expect(header).toEqual(['id', 'text']);
    expect(rows).toEqual([{ id: '1', text: 'Яма' }]);
    expect(told).toEqual(['FILE has several columns "id": the first is read.']);
  });
});

describe('what is no table is told in a sentence', () => {
  mkdirSync(path.join(folder, 'sub'));
  test.each<[string, string, string]>([
    ['no file', path.join(folder, 'none.csv'), 'There is no file'],
    ['a folder', path.join(folder, 'sub'), 'is a folder'],
    ['an empty one', save('', 'empty.csv'), 'is empty'],
    ['nothing but spaces', save(' \n \n', 'blank.csv'), 'is empty'],
    ['a header alone', save('id,text\n', 'header.csv'), 'has a header and no rows'],
    ['a quotation mark left open', save('id,text\n1,"Яма\n2,Снег\n', 'open.csv'), 'never closed'],
    ['a workbook', save('PK\u0003\u0004…', 'book.csv'), 'is a workbook'],
    ['a picture', save(Uint8Array.from([137, 80, 0, 0, 0, 13, 10, 0, 0]), 'picture.csv'), 'is not a text'],
    [
      'another encoding',
      save(Uint8Array.from([0x61, 0x0a, 0x8f, 0xa0, 0xa8, 0xe2, 0xad]), 'dos.csv'),
      'not a text in',
    ],
    [
      'an archive cut short',
      save(gzipSync('a,b\n1,2\n'.repeat(999)).subarray(0, -9), 'cut.gz'),
      'broken or not whole',
    ],
  ])('%s', async (_, file, sentence) => {
    await expect(read(file)).rejects.toThrow(sentence);
  });

  test('a file of somebody else', async () => {
    const file = save('a,b\n1,2\n', 'closed.csv');
    chmodSync(file, 0);
    // The superuser reads it all the same.
    await (process.getuid?.() === 0
      ? expect(read(file)).resolves.toMatchObject({ header: ['a', 'b'] })
      : expect(read(file)).rejects.toThrow('may not read it'));
  });
});

describe('a column a person names', () => {
  const table = { file: 'a.csv', header: ['id', 'Текст Сообщения', 'Тематика'] };
  test.each([
    ['Тематика', 'Тематика'],
    [' текст  сообщения', 'Текст Сообщения'],
    ['ID', 'id'],
  ])('«%s» is found', (asked, name) => expect(columnNamed(table, asked, 'text')).toBe(name));

  test('that is not there is told with the nearest and all others', () => {
    expect(() => columnNamed(table, 'Тематка', 'label')).toThrow(
      'a.csv has no column "Тематка" (--label). Is "Тематика" meant? Its columns: id, Текст Сообщения, Тематика.',
    );
    expect(() => columnNamed(table, 'executor', 'label')).toThrow('(--label). Its columns:');
  });
});
