import { Button, Group, Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { addRule } from '#contract/register.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { trialOutcomes } from '#flow/learn/rules/rule-trial.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { useAct } from '../app/use-act.ts';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import { TrialExamples } from './TrialExamples.tsx';
import { useRegisterChanged, useRules, useTrial, type Candidate, type Trial } from './use-register.ts';

export type Basis = BodyOf<typeof addRule>['basis'];

export interface TrialPanelProps {
  readonly rule: Candidate;
  readonly days: number;
  /** Where the rule is taken from; `null`: not told yet. */
  readonly basis: Basis | null;
  readonly mayAdd: boolean;
  readonly added: () => void;
}

/** What the rule would have changed, in a sentence and by what became of the cases. */
function Verdict({ trial, days }: { trial: Trial; days: number }) {
  const { register: t } = useTexts();
  if (trial.changed === 0) return <p className={classes['sentence']}>{t.changedNothing(days)}</p>;
  return (
    <>
      <p className={classes['sentence']}>
        {t.changed(trial.changed, days)}{' '}
        {trial.outcomes.ended_there < trial.changed ? t.ofThem : t.allEnded(trial.changed)}
      </p>
      {trial.outcomes.ended_there < trial.changed && (
        <ul className={classes['outcomes']}>
          {trialOutcomes
            .filter((outcome) => trial.outcomes[outcome] > 0)
            .map((outcome) => (
              <li key={outcome} data-outcome={outcome}>
                <b>{trial.outcomes[outcome]}</b> {t.outcomes[outcome](trial.outcomes[outcome])}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}

function Places({ trial }: { trial: Trial }) {
  const { register: t } = useTexts();
  const words = useRegisterWords();
  if (trial.byMunicipality.length < 2) return null;
  return (
    <div>
      <h4 className={classes['small']}>{t.byMunicipality}</h4>
      <ul className={classes['outcomes']}>
        {trial.byMunicipality.map(({ municipalityId, changed, endedThere }) => (
          <li key={municipalityId ?? 0}>
            {municipalityId === null ? t.noPlace : words.where(municipalityId)}:{' '}
            {t.byMunicipalityLine(changed, endedThere)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Somebody changed the register meanwhile: what is shown of it is old. */
const outrun: ReadonlySet<string> = new Set(['rule_exists', 'register_changed']);

function AddButton({
  rule,
  basis,
  replaces,
  added,
}: Pick<TrialPanelProps, 'rule' | 'basis' | 'added'> & Pick<Trial, 'replaces'>) {
  const { register: t } = useTexts();
  const act = useAct();
  const changed = useRegisterChanged();
  const submit = async () => {
    if (basis === null) return;
    const result = await act.run(() => call(addRule, { body: { rule, replaces, basis } }));
    if (result === null) return;
    // Whoever was first, the page must show the register as it is now.
    if (result.ok) {
      notifications.show({ message: t.added });
      added();
    }
    if (result.ok || outrun.has(result.failure.code)) changed();
  };
  return (
    <>
      {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
      {basis === null && (
        <Text size="sm" c="dimmed">
          {t.basisNeeded}
        </Text>
      )}
      <Group>
        <Button
          disabled={basis === null}
          loading={act.state.status === 'running'}
          onClick={() => void submit()}
        >
          {t.add}
        </Button>
      </Group>
    </>
  );
}

/** A rule tried on the past, and the button that adds it. */
export function TrialPanel({ rule, days, basis, mayAdd, added }: TrialPanelProps) {
  const { register: t } = useTexts();
  const words = useRegisterWords();
  const may = useMay();
  const loaded = useTrial(rule, days);
  const rules = useRules();
  if (loaded.status === 'loading') return <Skeleton h={120} role="status" aria-label={t.trialLoading} />;
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} retry={loaded.retry} />;
  const trial = loaded.value;
  const replaced =
    rules.status === 'ready' ? rules.value.find(({ ruleId }) => ruleId === trial.replaces) : undefined;
  return (
    <section className={classes['trial']} aria-label={t.trialTitle}>
      <h3 className={classes['small']}>{t.trialTitle}</h3>
      <Verdict trial={trial} days={days} />
      <Places trial={trial} />
      {trial.changed > 0 && (
        <Text size="sm" c="dimmed">
          {t.counted}
        </Text>
      )}
      {trial.examples.length > 0 && <TrialExamples examples={trial.examples} />}
      {trial.changed > 0 && !may('appeal.read') && (
        <Text size="sm" c="dimmed">
          {t.examplesHidden}
        </Text>
      )}
      {replaced !== undefined && <Notice tone="brand">{t.replaces(words.body(replaced.authorityId))}</Notice>}
      {mayAdd ? (
        <AddButton rule={rule} basis={basis} replaces={trial.replaces} added={added} />
      ) : (
        <Text size="sm" c="dimmed">
          {t.readOnly}
        </Text>
      )}
    </section>
  );
}
