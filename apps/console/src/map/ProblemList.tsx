import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { pointStates } from '#ui/map/points.ts';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import type { MapFilter } from './map-filter.ts';
import classes from './Map.module.css';
import { pointStateOf } from './point-state.ts';
import type { StaffMap, StaffPoint } from './use-staff-map.ts';

const mostRows = 200;

function Item({ point, isChosen }: { point: StaffPoint; isChosen: boolean }) {
  const { lifecycle, staffMap: t, queue } = useTexts();
  const names = useNames();
  const may = useMay();
  const content = (
    <>
      <span className={classes['dot']} data-state={pointStateOf[point.state]} />
      <span>{names.topic(point.topic) ?? queue.noTopic}</span>
      <span className={classes['quiet']}>
        {lifecycle.problem[point.state]} · {t.appeals(point.appeals)} · <Moment at={point.at} />
      </span>
    </>
  );
  return (
    <li>
      {point.appealId !== null && may('appeal.read') ? (
        <Link
          to="/queue/$appealId"
          params={{ appealId: point.appealId }}
          search={{ view: 'all', order: 'urgent' }}
          className={classes['item']}
          data-chosen={isChosen}
        >
          {content}
        </Link>
      ) : (
        <div className={classes['item']} data-chosen={isChosen}>
          {content}
        </div>
      )}
    </li>
  );
}

function Counts({ map, filter }: { map: StaffMap; filter: MapFilter }) {
  const { staffMap: t } = useTexts();
  const may = useMay();
  const { state: _state, ...queueFilter } = filter;
  return (
    <div className={classes['head']} role="status">
      <Text fw={600}>{t.shown(map.points.length)}</Text>
      {map.withoutPlace > 0 && (
        <Text size="xs" c="dimmed">
          {t.withoutPlace(map.withoutPlace)}{' '}
          {may('appeal.read') && (
            <Link to="/queue" search={{ ...queueFilter, view: 'all', order: 'urgent' }}>
              {t.toWithoutPlace}
            </Link>
          )}
        </Text>
      )}
      {map.isCut && <Text size="xs">{t.isCut}</Text>}
    </div>
  );
}

function Legend() {
  const { staffMap: t } = useTexts();
  const words = {
    open: t.tones.open,
    in_work: t.tones.promised,
    done: t.tones.done,
    disputed: t.tones.disputed,
  };
  return (
    <ul className={classes['legend']} aria-label={t.legend}>
      {pointStates.map((state) => (
        <li key={state}>
          <span className={classes['dot']} data-state={state} /> {words[state]}
        </li>
      ))}
    </ul>
  );
}

/** The same problems as words: chosen on the map first, then the newest. */
export function ProblemList({
  map,
  filter,
  chosen,
}: {
  map: StaffMap;
  filter: MapFilter;
  chosen: readonly string[];
}) {
  const { staffMap: t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.scrollTo({ top: 0 }), [chosen]);
  const isChosen = (point: StaffPoint) => chosen.includes(point.id);
  const ordered = [...map.points].sort(
    (a, b) => Number(isChosen(b)) - Number(isChosen(a)) || b.at.localeCompare(a.at),
  );
  return (
    <section className={classes['list']} aria-label={t.listLabel}>
      <Counts map={map} filter={filter} />
      {ordered.length === 0 ? (
        <EmptyState text={t.empty} />
      ) : (
        <ul className={classes['items']} ref={list}>
          {ordered.slice(0, mostRows).map((point) => (
            <Item key={point.id} point={point} isChosen={isChosen(point)} />
          ))}
          {ordered.length > mostRows && (
            <li className={classes['head']}>
              <Text size="xs" c="dimmed">
                {t.listCut(mostRows)}
              </Text>
            </li>
          )}
        </ul>
      )}
      <Legend />
    </section>
  );
}
