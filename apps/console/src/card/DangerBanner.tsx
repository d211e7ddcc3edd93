import { Button, Group } from '@mantine/core';
import { IconAlertTriangleFilled, IconPhone } from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import classes from './Card.module.css';
import { HandOver } from './HandOver.tsx';
import { useOpenCard } from './use-card.ts';

const dutyClock = 'danger_duty';

/** Tells that people are in danger and why the system thinks so, until the emergency service has taken it over. */
export function DangerBanner() {
  const { danger: t } = useTexts().card;
  const { card } = useOpenCard();
  const may = useMay();
  const { dangerLevel, dangerWords } = card.understanding;
  if (dangerLevel === null) return null;
  const isEmergency = dangerLevel === 'emergency';
  const isHandedOver = card.clocks.some(({ code, metAt }) => code === dutyClock && metAt !== null);
  return (
    <div className={classes['danger']} data-level={isHandedOver ? 'high' : dangerLevel} role="note">
      <span className={classes['line']}>
        <IconAlertTriangleFilled
          size={18}
          color={isEmergency && !isHandedOver ? 'var(--bad)' : 'var(--warn)'}
          aria-hidden
        />
        <b>{isHandedOver ? t.handedOver : t[dangerLevel]}</b>
        {dangerWords.length > 0 && <span>{t.why(dangerWords.join(', '))}</span>}
      </span>
      {isEmergency && !isHandedOver && (
        <Group gap="xs">
          <Button
            component="a"
            href="tel:112"
            color="bad"
            size="xs"
            leftSection={<IconPhone size={14} aria-hidden />}
          >
            {t.call}
          </Button>
          {may('appeal.note') && <HandOver />}
        </Group>
      )}
    </div>
  );
}
