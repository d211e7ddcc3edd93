import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconPhone } from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';
import classes from './Card.module.css';
import { useOpenCard } from './use-card.ts';

/** Tells that people are in danger, and why the system thinks so. */
export function DangerBanner() {
  const { danger: t } = useTexts().card;
  const { dangerLevel, dangerWords } = useOpenCard().card.understanding;
  if (dangerLevel === null) return null;
  const color = dangerLevel === 'emergency' ? 'var(--bad)' : 'var(--warn)';
  return (
    <div className={classes['danger']} data-level={dangerLevel} role="note">
      <span className={classes['line']}>
        <IconAlertTriangleFilled size={18} color={color} aria-hidden />
        <b>{t[dangerLevel]}</b>
        {dangerWords.length > 0 && <span>{t.why(dangerWords.join(', '))}</span>}
      </span>
      {dangerLevel === 'emergency' && (
        <Button
          component="a"
          href="tel:112"
          color="bad"
          size="xs"
          leftSection={<IconPhone size={14} aria-hidden />}
        >
          {t.call}
        </Button>
      )}
    </div>
  );
}
