import { Button, Skeleton } from '@mantine/core';
import { Notice } from '#ui/components/Notice.tsx';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { useTime } from '../app/use-time.ts';
import figureClasses from '../figures/Figures.module.css';
import { ModelTable } from './ModelTable.tsx';
import { outcomeWords, type Models, type Training } from './outcome-words.ts';
import { useNames } from '../app/reference.ts';
import classes from './Quality.module.css';
import type { Quality } from './shares.ts';
import { useModelName } from './use-model-name.ts';
import { isLearning, useModels } from './use-models.ts';

/** What came of the last run: the sentence, why the old model stayed, which topics changed most. */
function LastRun({ run, needs }: { run: Training; needs: Models['needs'] }) {
  const { quality: t } = useTexts();
  const { moment } = useTime();
  const names = useNames();
  const { sentence, reasons } = outcomeWords(run, needs, t);
  const { comparison } = run;
  const topics = comparison?.topics ?? [];
  return (
    <Notice
      tone={run.outcome === 'promoted' ? 'good' : run.outcome === 'failed' ? 'bad' : 'brand'}
      title={`${t.lastRun}: ${moment(run.endedAt ?? run.askedAt)}`}
    >
      <p className={classes['said']}>{sentence}</p>
      {reasons.length > 0 && (
        <ul className={classes['reasons']}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {comparison !== null && (
        <p className={classes['said']}>{t.windowOf(moment(comparison.from), moment(comparison.to))}</p>
      )}
      {topics.length > 0 && (
        <details>
          <summary>{t.changedTopics}</summary>
          <ul className={classes['reasons']}>
            {topics.map(({ topic, before, after, n }) => (
              <li key={topic}>{t.changedTopic(names.topic(topic) ?? topic, before, after, n)}</li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}

function Learning({ value }: { value: Models }) {
  const { quality: t } = useTexts();
  const open = value.trainings.find(({ endedAt }) => endedAt === null);
  const last = value.trainings.find(({ endedAt }) => endedAt !== null);
  if (open !== undefined)
    return <Notice tone="brand">{open.startedAt === null ? t.waiting : t.learning}</Notice>;
  return last === undefined ? null : <LastRun run={last} needs={value.needs} />;
}

/** The model in force, the button that learns anew, and the models side by side. */
export function ModelsPanel({ versions }: { versions: Quality['versions'] }) {
  const { quality: t } = useTexts();
  const name = useModelName();
  const may = useMay();
  const { loaded, state, retrain, use } = useModels();
  if (loaded.status === 'loading') return <Skeleton h={200} />;
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} retry={loaded.retry} />;
  const { value } = loaded;
  const { inForce } = value;
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-models">
      <div className={figureClasses['top']}>
        <h2 id="quality-models" className={figureClasses['heading']}>
          {t.models}
        </h2>
        {may('quality.train') && (
          <Button
            onClick={() => void retrain()}
            loading={state.status === 'running'}
            disabled={isLearning(value)}
          >
            {t.retrain}
          </Button>
        )}
      </div>
      <p style={{ margin: 0 }}>
        {t.inForce}: <strong>{name(inForce.version)}</strong>
        {inForce.isShipped && `, ${t.shipped}`}
      </p>
      {may('quality.train') && (
        <p className={figureClasses['quiet']} style={{ margin: 0 }}>
          {t.retrainHint}
        </p>
      )}
      {inForce.unreadable !== null && <Notice tone="warn">{t.unreadable(name(inForce.unreadable))}</Notice>}
      {state.status === 'failed' && <FailureNotice failure={state.failure} />}
      <div aria-live="polite">
        <Learning value={value} />
      </div>
      <ModelTable value={value} versions={versions} use={use} />
    </section>
  );
}
