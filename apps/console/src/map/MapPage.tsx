import { Button, Skeleton } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import classes from './Map.module.css';
import { MapFilters } from './MapFilters.tsx';
import { ProblemCanvas } from './ProblemCanvas.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useStaffMap } from './use-staff-map.ts';

const route = getRouteApi('/staff/map');

/** All problems a person may see, on the map and as a list. */
export function MapPage() {
  const { staffMap: t, queue, console: shell } = useTexts();
  const [isOpen, toggle] = useToggle();
  const filter = route.useSearch();
  const map = useStaffMap(filter);
  const [chosen, choose] = useState<readonly string[]>([]);
  usePageTitle(t.title);
  return (
    <div className={classes['page']}>
      <div className={classes['top']}>
        <h1 className="visually-hidden">{t.title}</h1>
        <Button
          variant="default"
          hiddenFrom="md"
          m={8}
          leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => toggle()}
        >
          {queue.filters}
        </Button>
        <div className={classes['fold']} data-open={isOpen}>
          <MapFilters filter={filter} />
        </div>
      </div>
      <div className={classes['map']}>
        <ProblemCanvas points={map.status === 'ready' ? map.value.points : []} select={choose} />
      </div>
      {map.status === 'loading' && (
        <div className={classes['list']} role="status" aria-label={shell.loading}>
          <Skeleton h={56} m={8} w="auto" />
          <Skeleton h={56} m={8} w="auto" />
        </div>
      )}
      {map.status === 'failed' && (
        <div className={classes['list']}>
          <FailureNotice failure={map.failure} retry={map.retry} />
        </div>
      )}
      {map.status === 'ready' && <ProblemList map={map.value} filter={filter} chosen={chosen} />}
    </div>
  );
}
