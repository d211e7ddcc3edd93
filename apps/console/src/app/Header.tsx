import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Mark } from '#ui/components/Mark.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { useTexts } from './language.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { useMe } from './session.ts';
import { useKeys } from './shortcuts.ts';
import classes from './Shell.module.css';

/** Region, person, settings and help. */
export function Header() {
  const t = useTexts().console;
  const { region, isDemo } = useMe();
  const [isHelpOpen, help] = useDisclosure(false);
  useKeys({ Question: help.open });
  return (
    <header className={classes['header']}>
      <Link to="/" className={classes['home']} aria-label={`${t.product}, ${region.name}`}>
        <Mark />
        <span className={classes['name']}>{t.product}</span>
      </Link>
      <span className={classes['region']}>{region.name}</span>
      {isDemo && (
        <Tooltip label={t.person.demo}>
          <Badge color="warn" tabIndex={0} visibleFrom="sm" style={{ flex: 'none' }}>
            {t.person.demoShort}
          </Badge>
        </Tooltip>
      )}
      <div className={classes['spacer']} />
      <Tooltip label={`${t.keys.open} (?)`}>
        <ActionIcon
          variant="subtle"
          color="quiet"
          size={36}
          aria-label={t.keys.open}
          onClick={help.open}
          visibleFrom="sm"
        >
          <IconKeyboard size={20} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <PersonMenu />
      <KeyboardHelp isOpen={isHelpOpen} close={help.close} />
    </header>
  );
}
