import { takeDuePromises } from '#flow/answer/queries/promises.ts';
import { lettersIn } from '#house/letters.ts';
import { dayInWords } from '#house/flows/words.ts';
import { newChapter, writeChapter } from './chapter.ts';
import { pastLetter } from './post.ts';
import { inStory, linkFor, type Teller, type Told } from './telling.ts';

const MOST = 100_000;

/** On the promised days residents are asked whether it was done. */
export async function askAboutPromises(
  teller: Teller,
  told: ReadonlyMap<string, Told>,
  days: readonly { readonly day: string; readonly asksAt: Date }[],
): Promise<void> {
  const { knowledge } = teller;
  await inStory(teller, async (tx) => {
    const chapter = newChapter();
    for (const { day, asksAt } of days) {
      const asked = await takeDuePromises(tx, knowledge.region.id, day, asksAt, MOST);
      for (const appealId of new Set(asked)) {
        const one = told.get(appealId);
        if (one === undefined) continue;
        const text = lettersIn('ru').confirmRequest({
          number: one.number,
          promisedOn: dayInWords(day),
          link: linkFor(teller, one),
        });
        const letter = { appealId, answerId: null, purpose: 'confirm_request', text } as const;
        chapter.letters.push(pastLetter(teller, one, letter, asksAt));
      }
    }
    await writeChapter(tx, knowledge, chapter);
  });
}
