import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runTyped } from '../testing/run-typed.ts';

const folder = mkdtempSync(join(tmpdir(), 'otklik-masking-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, words: string): string {
  const file = join(folder, name);
  writeFileSync(file, words);
  return file;
}

async function run(options: Readonly<Record<string, string | true>>): Promise<readonly string[]> {
  const typed = Object.entries(options).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, value],
  );
  return (await runTyped(['evaluate', 'masking', ...typed])).out;
}

const texts = 'Яма у дома 5\n\nЗвоните <b>8&nbsp;912</b> 345-67-89, кв. 7\r\n';

describe('otklik evaluate masking', () => {
  test('prints one object: how much of each kind, and where in which line', async () => {
    const [line = ''] = await run({ texts: fileOf('t.txt', texts), json: true });
    expect(JSON.parse(line)).toEqual({
      n: 2,
      masked: { phone: 1, flat: 1 },
      texts: [
        { line: 1, masked: 'Яма у дома 5', spans: [] },
        {
          line: 3,
          masked: 'Звоните [телефон скрыт], [квартира скрыта]',
          spans: [
            { kind: 'phone', start: 8, end: 23 },
            { kind: 'flat', start: 25, end: 30 },
          ],
        },
      ],
    });
  });

  test('never prints what was hidden unless asked to', async () => {
    const file = fileOf('t.txt', texts);
    expect((await run({ texts: file })).join('\n')).not.toContain('345-67-89');
    expect((await run({ texts: file, show: true })).join('\n')).toContain('8 912 345-67-89');
  });

  test('reads a column of a table', async () => {
    const file = fileOf('t.csv', 'id,words\n1,"Иванова Мария Петровна, дом 5"\n');
    const [line = ''] = await run({ texts: file, text: 'words', json: true });
    expect(JSON.parse(line)).toMatchObject({ n: 1, texts: [{ line: 1, masked: '[имя скрыто], дом 5' }] });
  });

  test.each([
    [{ texts: join(folder, 'none.txt') }, 'There is no file'],
    [{ texts: fileOf('empty.txt', '\n') }, 'has no texts'],
    [{}, '--texts is missing'],
  ])('says what is wrong with %o', async (options, words) => {
    await expect(run(options)).rejects.toThrow(words);
  });
});
