import { Button, CloseButton, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from './language.ts';
import { drop, pendings, type Pending } from './pending.ts';
import classes from './PendingBar.module.css';
import { useSignal } from './signal.ts';
import { useSentence } from './use-sentence.ts';

const tickMs = 250;

function SecondsLeft({ until }: { until: number }) {
  const { actions } = useTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  // Read out once by the bar itself; a number said every second would drown everything else.
  return <span aria-hidden>{actions.sendSoon(Math.max(0, Math.ceil((until - now) / 1000)))}</span>;
}

function Row({ pending }: { pending: Pending }) {
  const { actions, answer, console: t } = useTexts();
  const sentence = useSentence();
  const { state, appealId, number } = pending;
  return (
    <Group gap="sm" wrap="wrap" className={classes['row']} data-failed={state.status === 'failed'}>
      <span className={classes['words']}>
        <b>{number}</b> {state.status === 'failed' ? sentence(state.failure) : pending.what}
      </span>
      {state.status === 'waiting' && (
        <>
          <SecondsLeft until={state.runsAt} />
          <Button size="xs" onClick={() => drop(appealId)}>
            {t.form.undo}
          </Button>
        </>
      )}
      {state.status === 'running' && <span>{actions.working}</span>}
      {state.status === 'failed' && (
        <>
          <Button
            size="xs"
            variant="default"
            component={Link}
            to={`/queue/${appealId}`}
            onClick={() => drop(appealId)}
          >
            {answer.approvals.openCard}
          </Button>
          <CloseButton aria-label={t.form.close} onClick={() => drop(appealId)} />
        </>
      )}
    </Group>
  );
}

/** What is about to be sent and can still be taken back; above every screen. */
export function PendingBar() {
  const list = useSignal(pendings);
  return (
    <div className={classes['bar']} role="status">
      {list.map((pending) => (
        <Row key={pending.appealId} pending={pending} />
      ))}
    </div>
  );
}
