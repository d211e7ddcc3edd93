import { takeDuePromises } from '#flow/answer/queries/promises.ts';
import { lettersIn } from '#house/letters.ts';
import { dayInWords } from '#house/flows/words.ts';
import type { Writer } from '#store/connection.ts';
import { newChapter, writeChapter } from './chapter.ts';
import { pastLetter } from './post.ts';
import { linkFor, type Teller, type Told } from './telling.ts';

const MOST = 100_000;

/** On the promised day residents are asked whether it was done. @param day YYYY-MM-DD */
export async function askAboutPromises(
  tx: Writer,
  teller: Teller,
  told: ReadonlyMap<string, Told>,
  day: string,
  at: Date,
): Promise<void> {
  const { knowledge } = teller;
  const asked = await takeDuePromises(tx, knowledge.region.id, day, at, MOST);
  const chapter = newChapter();
  for (const appealId of new Set(asked)) {
    const one = told.get(appealId);
    if (one === undefined) continue;
    const text = lettersIn('ru').confirmRequest({
      number: one.number,
      promisedOn: dayInWords(day),
      link: linkFor(teller, one),
    });
    const letter = { appealId, answerId: null, purpose: 'confirm_request', text } as const;
    chapter.letters.push(pastLetter(teller, one, letter, at));
  }
  await writeChapter(tx, knowledge, chapter);
}
