import { useId, type ReactNode } from 'react';
import classes from './Panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** A word or a button at the right of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Level of the heading: 3 inside something that has a heading of its own. */
  readonly level?: 2 | 3;
}

/** One block of a screen under its own heading. */
export function Panel({ title, aside, children, level = 2 }: PanelProps) {
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes['panel']} aria-labelledby={heading}>
      <div className={classes['head']}>
        <Heading id={heading} className={classes['title']}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
