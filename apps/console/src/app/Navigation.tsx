import {
  IconChartBar,
  IconTargetArrow,
  IconInbox,
  IconListCheck,
  IconMap2,
  IconPhonePlus,
  IconPlugConnected,
  IconRubberStamp,
  IconTags,
} from '@tabler/icons-react';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from './language.ts';
import { sectionsFor, type Section } from './sections.ts';
import { useMe } from './session.ts';
import { useKeys } from './shortcuts.ts';
import classes from './Shell.module.css';

const icons = {
  queue: IconInbox,
  approvals: IconRubberStamp,
  desk: IconPhonePlus,
  map: IconMap2,
  figures: IconChartBar,
  quality: IconTargetArrow,
  register: IconListCheck,
  topics: IconTags,
  administration: IconPlugConnected,
} as const satisfies Record<Section['name'], unknown>;

/** On a phone the row of sections may be wider than the screen: the open one is never out of sight. */
function useCurrentInSight() {
  const bar = useRef<HTMLElement>(null);
  const section = useRouterState({ select: (state) => state.location.pathname.split('/')[1] });
  useEffect(() => {
    const current = bar.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [section]);
  return bar;
}

/** Sections a person may open: at the left, or at the bottom of a phone. */
export function Navigation() {
  const { nav } = useTexts().console;
  const { permissions } = useMe();
  const navigate = useNavigate();
  const short: Partial<Record<Section['name'], string>> = {
    approvals: nav.approvalsShort,
    figures: nav.figuresShort,
    administration: nav.administrationShort,
  };
  const mine = sectionsFor(permissions);
  const go = (name: Section['name']) => () => {
    const section = mine.find((candidate) => candidate.name === name);
    if (section !== undefined) void navigate({ to: section.to });
  };
  useKeys({ KeyQ: go('queue'), KeyG: go('approvals'), KeyM: go('map') });

  const bar = useCurrentInSight();

  return (
    <nav ref={bar} className={classes['nav']} aria-label={nav.label}>
      {mine.map(({ name, to }) => {
        const Icon = icons[name];
        return (
          <Link
            key={name}
            to={to}
            className={classes['link']}
            activeOptions={{ includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon size={22} stroke={1.5} aria-hidden />
            <span>{short[name] ?? nav[name]}</span>
          </Link>
        );
      })}
    </nav>
  );
}
