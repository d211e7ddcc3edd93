import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import classes from './Register.module.css';
import { useRegisterWords } from './register-words.ts';
import type { Findings } from './use-register.ts';

/** What was looked at and left as it is, with who and why. */
export function Dismissed({ list }: { list: Findings['dismissed'] }) {
  const { register: t } = useTexts();
  const words = useRegisterWords();
  return (
    <details>
      <summary className={classes['small']}>{t.dismissedTitle}</summary>
      <ul className={classes['rules']} aria-label={t.dismissedTitle}>
        {list.map((one) => (
          <li key={one.id} className={classes['rule']}>
            <div className={classes['what']}>
              <span className={classes['strong']}>{words.what(one)}</span>
              <span className={classes['quiet']}>{words.where(one.municipalityId)}</span>
            </div>
            <span>{t.dismissedLine(one.ended, one.cases, words.body(one.authorityId))}</span>
            <div className={classes['what']}>
              <span>{one.reason}</span>
              <span className={classes['quiet']}>
                {one.by} <Moment at={one.at} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
