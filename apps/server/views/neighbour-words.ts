import type { NeighbourProblem } from '#contract/neighbours.ts';
import { mapStateOf } from '#flow/learn/rules/public-map.ts';
import { neighbours as english } from '#texts/en/neighbours.ts';
import { time as timeEn } from '#texts/en/time.ts';
import type { Language } from '#texts/number.ts';
import { neighbours as russian } from '#texts/ru/neighbours.ts';
import { time as timeRu } from '#texts/ru/time.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';

/** A known problem in words: what and where, how many reported it, what is done and by when. */
export function neighbourWords(
  language: Language,
  knowledge: RegionKnowledge,
  now: Date,
): (problem: NeighbourProblem) => { readonly title: string; readonly line: string } {
  const texts = language === 'ru' ? russian : english;
  const time = language === 'ru' ? timeRu : timeEn;
  const zone = knowledge.region.timeZone;
  return (problem) => {
    const name =
      problem.topic === null ? null : (knowledge.topics.get(problem.topic)?.name[language] ?? null);
    const day = (at: Date): string => time.date(at, now, zone);
    const promise =
      problem.scheduledOn !== null
        ? texts.scheduled(day(knowledge.time.startOf(problem.scheduledOn)))
        : problem.answerBy === null
          ? null
          : texts.answerBy(day(new Date(problem.answerBy)));
    const parts = [
      texts.count(problem.neighbours),
      texts.states[mapStateOf[problem.state]],
      promise,
      problem.metres === null ? null : texts.metres(problem.metres),
    ];
    return {
      title: [name ?? texts.noTopic, problem.place].filter(isSaid).join(' — '),
      line: parts.filter(isSaid).join(', '),
    };
  };
}

const isSaid = (part: string | null): part is string => part !== null && part !== '';
