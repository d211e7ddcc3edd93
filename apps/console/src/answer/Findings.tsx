import { Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconBulb, IconCheck } from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';
import classes from './Answer.module.css';
import type { AnswerView } from './draft.ts';

type Finding = AnswerView['findings'][number];

const icons = { note: IconBulb, warning: IconAlertTriangle, stop: IconBan } as const;
const weight: Readonly<Record<Finding['level'], number>> = { stop: 0, warning: 1, note: 2 };

/** What a reader would miss or dislike, the worst first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { check: t } = useTexts().answer;
  if (findings.length === 0) {
    return (
      <Text size="xs" c="good" className={classes['finding']}>
        <IconCheck size={14} aria-hidden /> {t.clean}
      </Text>
    );
  }
  return (
    <ul className={classes['findings']}>
      {[...findings]
        .sort((a, b) => weight[a.level] - weight[b.level])
        .map(({ code, level, words }) => {
          const Icon = icons[level];
          return (
            <li key={`${code} ${words.join()}`} className={classes['finding']} data-level={level}>
              <Icon size={14} stroke={1.5} aria-hidden />
              <span>
                <b>{t.levels[level]}:</b> {(t.findings[code] ?? t.other)(words)}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
