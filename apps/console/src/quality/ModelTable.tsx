import { Button } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '#ui/components/Notice.tsx';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { useTime } from '../app/use-time.ts';
import figureClasses from '../figures/Figures.module.css';
import type { Models } from './outcome-words.ts';
import classes from './Quality.module.css';
import { percentWords, type Quality } from './shares.ts';
import { useModelName } from './use-model-name.ts';

type Model = Models['models'][number];
type Use = (modelId: string | null) => Promise<boolean>;

/** The figures of the newest month: own ones and those of the model that was in force. */
function Compared({ comparison }: { comparison: NonNullable<Model['comparison']> }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const { cases, candidate, inForce } = comparison;
  const percent = (n: number): string => percentWords({ share: n / Math.max(1, cases) }, language) ?? '—';
  return (
    <>
      {t.compared(percent(candidate.right), percent(inForce.right))}
      <br />
      <span className={figureClasses['quiet']}>
        {t.comparedAlone(percent(candidate.alone), percent(inForce.alone))}
      </span>
    </>
  );
}

function InWork({ version, versions }: { version: string; versions: Quality['versions'] }) {
  const { quality: t } = useTexts();
  const language = useLanguage();
  const own = versions.find((one) => one.version === version);
  const words = own === undefined ? null : percentWords(own.right, language);
  return (
    <>
      {own === undefined || words === null
        ? '—'
        : t.inWorkFigures(words, writeNumber(own.right.of, language))}
    </>
  );
}

/** Asked once more before the machine that reads every message is changed. */
function UseButton({
  modelId,
  name,
  isLost = false,
  use,
}: {
  modelId: string | null;
  name: string;
  isLost?: boolean;
  use: Use;
}) {
  const { quality: t, console: shell } = useTexts();
  const [isAsking, ask] = useState(false);
  if (!isAsking)
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={modelId === null ? t.useShipped : t.useModel(name)}
        onClick={() => ask(true)}
      >
        {modelId === null ? t.useShipped : t.use}
      </Button>
    );
  return (
    <Notice tone="warn">
      <p style={{ marginTop: 0 }}>
        {isLost && `${t.useLost} `}
        {t.useSure}
      </p>
      <div className={classes['buttons']}>
        <Button size="compact-sm" onClick={() => void use(modelId).then((isDone) => isDone && ask(false))}>
          {modelId === null ? t.useShipped : t.use}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => ask(false)}>
          {shell.form.cancel}
        </Button>
      </div>
    </Notice>
  );
}

function Row({ model, versions, use }: { model: Model; versions: Quality['versions']; use: Use }) {
  const { quality: t } = useTexts();
  const { exact } = useTime();
  const nameOf = useModelName();
  const may = useMay();
  const { corrected, confirmed, survived } = model.learnt;
  const name = nameOf(model.version);
  return (
    <tr>
      <th scope="row" title={exact(model.madeAt)}>
        {name}
      </th>
      <td>{t.states[model.state]}</td>
      <td>{model.origin === 'imported' ? t.imported : t.learnt(corrected, confirmed, survived)}</td>
      <td>{model.comparison === null ? '—' : <Compared comparison={model.comparison} />}</td>
      <td>
        <InWork version={model.version} versions={versions} />
      </td>
      {may('quality.train') && (
        <td>
          {model.canBeUsed ? (
            <UseButton modelId={model.modelId} name={name} isLost={model.state === 'lost'} use={use} />
          ) : (
            <span className={figureClasses['quiet']}>{model.state === 'in_use' ? '' : t.erased}</span>
          )}
        </td>
      )}
    </tr>
  );
}

/** Models side by side: what each learnt from, how it did, and the way back to it. */
export function ModelTable({
  value,
  versions,
  use,
}: {
  value: Models;
  versions: Quality['versions'];
  use: Use;
}) {
  const { quality: t } = useTexts();
  const nameOf = useModelName();
  const may = useMay();
  const shipped = nameOf(value.shippedVersion);
  return (
    <ScrollRegion label={t.models}>
      <table className={`${figureClasses['rows']} ${classes['models']}`}>
        <thead>
          <tr>
            <th scope="col">{t.version}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.learntFrom}</th>
            <th scope="col">{t.onMonth}</th>
            <th scope="col">{t.inWork}</th>
            {may('quality.train') && (
              <th scope="col">
                <span className="visually-hidden">{t.use}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {value.models.map((model) => (
            <Row key={model.modelId} model={model} versions={versions} use={use} />
          ))}
          <tr>
            <th scope="row">{shipped}</th>
            <td>{value.inForce.isShipped ? t.states.in_use : t.states.retired}</td>
            <td>{t.shipped}</td>
            <td>—</td>
            <td>
              <InWork version={value.shippedVersion} versions={versions} />
            </td>
            {may('quality.train') && (
              <td>
                {value.models.some(({ state }) => state === 'in_use') && (
                  <UseButton modelId={null} name={shipped} use={use} />
                )}
              </td>
            )}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
