import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import figureClasses from '../figures/Figures.module.css';
import classes from './Quality.module.css';
import type { Quality } from './shares.ts';

const shownFirst = 10;

/** «Machine said A, people made it B: 31», the most frequent first. */
export function Confusions({ rows }: { rows: Quality['confusions'] }) {
  const { quality: t } = useTexts();
  const names = useNames();
  const name = (code: string | null): string => (code === null ? t.noTopic : (names.topic(code) ?? code));
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-confusions">
      <h2 id="quality-confusions" className={figureClasses['heading']}>
        {t.confusions}
      </h2>
      <p className={figureClasses['quiet']} style={{ margin: 0 }}>
        {rows.length === 0 ? t.confusionsNone : t.confusionsLead}
      </p>
      <ul className={classes['list']}>
        {rows.slice(0, shownFirst).map((row) => (
          <li key={`${row.said ?? ''}>${row.truth}`} className={classes['confusion']}>
            <span>
              <span className={classes['was']}>{name(row.said)}</span>
              <IconArrowNarrowRight size={16} stroke={1.5} aria-label="→" className={classes['arrow']} />
              {name(row.truth)}
            </span>
            <span className={classes['count']}>
              {t.cases(row.n)}
              {row.alone > 0 && <span className={figureClasses['quiet']}> {t.ofThemAlone(row.alone)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
