import { Button } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTexts } from '../app/language.ts';
import classes from './Figures.module.css';

export interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Links to the cases behind the number. */
  readonly links: ReactNode;
}

const shownFirst = 10;

/** Names with their counts, the largest first; a bar repeats the number. */
export function CountTable({ title, rows }: { title: string; rows: readonly CountRow[] }) {
  const { figures: t } = useTexts();
  const heading = useId();
  const [isWhole, setWhole] = useState(false);
  const ordered = [...rows].sort((a, b) => b.count - a.count);
  const most = ordered[0]?.count ?? 1;
  const shown = isWhole ? ordered : ordered.slice(0, shownFirst);
  return (
    <section className={classes['section']} aria-labelledby={heading}>
      <h2 id={heading} className={classes['heading']}>
        {title}
      </h2>
      <table className={classes['rows']}>
        <tbody>
          {shown.map(({ key, name, count, links }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <span
                  className={classes['track']}
                  style={{ width: `${(count / most) * 100}%` }}
                  aria-hidden
                />
              </th>
              <td className={classes['n']}>{count}</td>
              <td style={{ whiteSpace: 'nowrap', width: 1 }}>{links}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
