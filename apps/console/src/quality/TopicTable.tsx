import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useState } from 'react';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import figureClasses from '../figures/Figures.module.css';
import classes from './Quality.module.css';
import { FEW, percentWords, type Quality, type Share } from './shares.ts';

type Topic = Quality['topics'][number];
const shownFirst = 12;
const columns = ['support', 'precision', 'recall', 'taken'] as const;
type Column = (typeof columns)[number];

const valueOf: Readonly<Record<Column, (topic: Topic) => number>> = {
  support: ({ support }) => -support,
  precision: ({ precision }) => (precision.of < FEW ? 2 : (precision.share ?? 2)),
  recall: ({ recall }) => (recall.of < FEW ? 2 : (recall.share ?? 2)),
  taken: ({ alone }) => (alone.of < FEW ? 2 : (alone.share ?? 2)),
};

/** A share with a bar; quiet where it is of too few cases to mean something. */
function ShareCell({ value }: { value: Share }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const percent = percentWords(value, language);
  const isThin = value.of < FEW;
  return (
    <td
      className={classes['share']}
      data-thin={isThin || undefined}
      title={isThin ? t.few(value.of) : undefined}
    >
      {percent === null ? '—' : t.percent(percent)}
      <span className={classes['bar']} aria-hidden>
        <span style={{ width: `${(value.share ?? 0) * 100}%` }} />
      </span>
    </td>
  );
}

function Heads({ sorted, sort }: { sorted: Column; sort: (column: Column) => void }) {
  const { quality: t } = useTexts();
  const hints = {
    support: t.supportHint,
    precision: t.precisionHint,
    recall: t.recallHint,
    taken: t.takenHint,
  };
  return (
    <tr>
      <th scope="col">{t.topic}</th>
      {columns.map((column) => (
        <th
          key={column}
          scope="col"
          title={hints[column]}
          aria-sort={sorted === column ? (column === 'support' ? 'descending' : 'ascending') : 'none'}
        >
          <button
            type="button"
            className={classes['sort']}
            aria-label={t.sortBy(t[column])}
            onClick={() => sort(column)}
          >
            {t[column]}
            {sorted === column && <IconArrowDown size={14} stroke={1.5} aria-hidden />}
          </button>
        </th>
      ))}
    </tr>
  );
}

/** Topics with their shares: the most frequent first, or the worst of a column. */
export function TopicTable({ topics }: { topics: readonly Topic[] }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const names = useNames();
  const [sorted, sort] = useState<Column>('support');
  const [isWhole, setWhole] = useState(false);
  const ordered = [...topics].sort(
    (a, b) => valueOf[sorted](a) - valueOf[sorted](b) || b.support - a.support,
  );
  const shown = isWhole ? ordered : ordered.slice(0, shownFirst);
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-topics">
      <h2 id="quality-topics" className={figureClasses['heading']}>
        {t.topics}
      </h2>
      <ScrollRegion label={t.topics}>
        <table className={`${figureClasses['rows']} ${classes['topics']}`}>
          <thead>
            <Heads sorted={sorted} sort={sort} />
          </thead>
          <tbody>
            {shown.map((topic) => (
              <tr key={topic.topic}>
                <th scope="row">{names.topic(topic.topic) ?? topic.topic}</th>
                <td className={classes['share']}>{writeNumber(topic.support, language)}</td>
                <ShareCell value={topic.precision} />
                <ShareCell value={topic.recall} />
                <ShareCell value={topic.alone} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {ordered.length > shownFirst && !isWhole && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {t.showAll(ordered.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
