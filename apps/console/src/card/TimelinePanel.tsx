import { Panel } from '#ui/components/Panel.tsx';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useNames } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import classes from './Card.module.css';
import { factWords } from './fact-words.ts';
import { newestFacts } from './newest-facts.ts';
import { useExplanation } from './ResponsiblePanel.tsx';
import { useOpenCard } from './use-card.ts';

/** Every fact of the case, newest first: who did what and when. */
export function TimelinePanel() {
  const texts = useTexts();
  const names = useNames();
  const explain = useExplanation();
  const { moment } = useTime();
  const { timeline } = useOpenCard().card;
  const newestFirst = newestFacts(timeline);
  return (
    <Panel level={3} title={texts.card.timeline.title}>
      <ol className={classes['timeline']}>
        {newestFirst.map((fact, index) => {
          const { who, what, said } = factWords(fact, { texts, names, explain, moment });
          return (
            <li key={`${fact.at} ${fact.what} ${index}`} className={classes['fact']}>
              <span className={classes['quiet']}>
                <Moment at={fact.at} />
              </span>
              <span>
                {who !== null && <b>{who}: </b>}
                {what}
                {said !== null && <span className={classes['said']}>{said}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
