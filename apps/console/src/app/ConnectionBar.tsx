import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { connection } from './call.ts';
import { useTexts } from './language.ts';
import { useSignal } from './signal.ts';
import classes from './Shell.module.css';

/** A calm word that the centre cannot be reached; what was loaded stays on the screen. */
export function ConnectionBar() {
  const t = useTexts().console.connection;
  const state = useSignal(connection);
  const queries = useQueryClient();
  return (
    <div role="status">
      {state === 'lost' && (
        <div className={classes['lost']}>
          <span>{t.lost}</span>
          <Button size="xs" variant="default" onClick={() => void queries.refetchQueries({ type: 'active' })}>
            {t.retry}
          </Button>
        </div>
      )}
    </div>
  );
}
