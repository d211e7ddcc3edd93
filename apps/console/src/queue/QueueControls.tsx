import { Button, Collapse, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconSortDescending } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTexts } from '../app/language.ts';
import { useKeys } from '../app/shortcuts.ts';
import { narrowedBy, widened, type QueueFilter } from './queue-filter.ts';
import classes from './Queue.module.css';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTabs } from './QueueTabs.tsx';

const typingMs = 300;

/** Puts a filter into the address bar; the list follows. */
export function useSetFilter() {
  const navigate = useNavigate();
  return (filter: QueueFilter) => void navigate({ to: '.', search: filter, replace: true });
}

function SearchField({ filter }: { filter: QueueFilter }) {
  const { queue } = useTexts();
  const setFilter = useSetFilter();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(filter.search ?? '');
  const [shown, setShown] = useState(filter.search);
  // The address changed from elsewhere (a tab, the back button): the field follows it, but never the person's own typing.
  if (shown !== filter.search) {
    setShown(filter.search);
    if ((filter.search ?? '') !== typed.trim()) setTyped(filter.search ?? '');
  }
  const apply = useDebouncedCallback((search: string) => {
    const { search: _old, ...rest } = filter;
    setFilter(search.trim() === '' ? rest : { ...rest, search: search.trim() });
  }, typingMs);
  useKeys({ Slash: () => field.current?.focus() });
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={queue.search}
      placeholder={queue.searchHint}
      flex={1}
      miw={120}
      maxLength={200}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

/** Everything above the list. */
export function QueueControls({ filter }: { filter: QueueFilter }) {
  const { queue } = useTexts();
  const setFilter = useSetFilter();
  const [isOpen, filters] = useDisclosure(false);
  const narrowed = narrowedBy(filter);
  const other = filter.order === 'urgent' ? 'newest' : 'urgent';
  return (
    <div className={classes['controls']}>
      <QueueTabs filter={filter} />
      <Group gap={6} wrap="nowrap">
        <SearchField filter={filter} />
        <Button
          variant={narrowed > 0 ? 'light' : 'default'}
          px="sm"
          leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}
          aria-expanded={isOpen}
          onClick={filters.toggle}
        >
          {narrowed > 0 ? queue.filtersOn(narrowed) : queue.filters}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <QueueFilters filter={filter} setFilter={setFilter} />
        <Group justify="space-between" mt="sm">
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconSortDescending size={16} stroke={1.5} aria-hidden />}
            onClick={() => setFilter({ ...filter, order: other })}
          >
            {queue.orders[filter.order]}
          </Button>
          {narrowed > 0 && (
            <Button variant="subtle" size="xs" onClick={() => setFilter(widened(filter))}>
              {queue.clear}
            </Button>
          )}
        </Group>
      </Collapse>
    </div>
  );
}
