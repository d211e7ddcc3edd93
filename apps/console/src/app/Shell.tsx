import { Outlet, useRouterState } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ConnectionBar } from './ConnectionBar.tsx';
import { Header } from './Header.tsx';
import { useTexts } from './language.ts';
import { Navigation } from './Navigation.tsx';
import { PendingBar } from './PendingBar.tsx';
import { NoSection } from './screens.tsx';
import { useSectionsAhead } from './sections-ahead.ts';
import { sections } from './sections.ts';
import { MeContext, sessionQuery, useMe } from './session.ts';
import classes from './Shell.module.css';

/** Moves the focus to the content when the section changes, so that a screen reader follows. */
function useFocusOnSection() {
  const main = useRef<HTMLElement>(null);
  const section = useRouterState({ select: (state) => state.location.pathname.split('/')[1] });
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else main.current?.focus();
  }, [section]);
  return main;
}

/** The section in the address, or a word that this person's roles do not open it. */
function Section() {
  const { permissions } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const section = sections.find(({ to }) => path === to || path.startsWith(`${to}/`));
  return section === undefined || permissions.includes(section.permission) ? <Outlet /> : <NoSection />;
}

/** The frame of every screen behind the sign-in. */
export function Shell() {
  const t = useTexts().console;
  const main = useFocusOnSection();
  useSectionsAhead();
  const { data: person } = useQuery(sessionQuery);
  if (person === undefined) return null;
  return (
    <MeContext value={person}>
      <a
        href="#content"
        className="skip"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t.skip}
      </a>
      <div className={classes['shell']}>
        <Header />
        <Navigation />
        <div className={classes['body']}>
          <ConnectionBar />
          <main id="content" className={classes['main']} ref={main} tabIndex={-1}>
            <Section />
          </main>
        </div>
      </div>
      <PendingBar />
    </MeContext>
  );
}
