import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SuccessOf } from '#contract/endpoint.ts';
import { nearbyObjects } from '#contract/objects.ts';
import { correct } from '#contract/work.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { Panel } from '#ui/components/Panel.tsx';
import { call, read } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import { useSentence } from '../app/use-sentence.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { useCardAct, useOpenCard, type Card, type CardAct } from './use-card.ts';

type PlacedObject = NonNullable<Card['object']['object']>;

/** «Фонарь № 214» with a capital: it begins a line. */
function useObjectName(): (object: PlacedObject) => string {
  const { objects: t } = useTexts();
  return (object) => {
    const name = t.named(object);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}

/** Names another object, or none. */
const useChoice = (act: CardAct, close: () => void) => {
  const { card } = useOpenCard();
  return async (assetId: number | null) => {
    const isSaved = await act.run((version) =>
      call(correct, { params: { appealId: card.id }, body: { version, assetId } }),
    );
    if (isSaved) close();
  };
};

function Choice({
  objects,
  act,
  close,
}: {
  objects: readonly PlacedObject[];
  act: CardAct;
  close: () => void;
}) {
  const { objects: t } = useTexts();
  const names = useNames();
  const nameOf = useObjectName();
  const choose = useChoice(act, close);
  return (
    <>
      {objects.map((object) => (
        <button
          key={object.id}
          type="button"
          className={classes['candidate']}
          disabled={act.state.status === 'running'}
          onClick={() => void choose(object.id)}
        >
          {nameOf(object)}
          {object.meters !== null && `, ${t.away(object.meters)}`}{' '}
          <span className={classes['quiet']}>{names.authority(object.ownerId)?.shortName ?? ''}</span>
        </button>
      ))}
    </>
  );
}

/** Everything of these kinds around, read when a person asks for it. */
function Around({ act, close }: { act: CardAct; close: () => void }) {
  const { objects: t, console: shell } = useTexts();
  const { card } = useOpenCard();
  const choose = useChoice(act, close);
  const sentence = useSentence();
  const near: Loaded<SuccessOf<typeof nearbyObjects>> = loadedOf(
    useQuery({
      queryKey: ['objects', card.id, card.version],
      queryFn: () => read(nearbyObjects, { params: { appealId: card.id } }),
    }),
  );
  const found = near.status === 'ready' ? near.value.objects : [];
  const objects = found.filter(({ id }) => id !== card.object.object?.id);
  return (
    <Stack gap={4}>
      {near.status === 'failed' ? (
        <Notice tone="warn" title={t.notRead} action={{ label: shell.failed.retry, run: near.retry }}>
          {sentence(near.failure)}
        </Notice>
      ) : (
        <Text size="xs" role="status">
          {near.status === 'loading' ? shell.loading : objects.length === 0 ? t.noOthers : t.others}
        </Text>
      )}
      <Choice objects={objects} act={act} close={close} />
      <Group gap="xs">
        {card.object.finding !== 'refused' && card.object.finding !== null && (
          <Button
            size="xs"
            variant="default"
            loading={act.state.status === 'running'}
            onClick={() => void choose(null)}
          >
            {t.noObject}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={close}>
          {t.hide}
        </Button>
      </Group>
    </Stack>
  );
}

function Facts() {
  const { objects: t } = useTexts();
  const { finding, object } = useOpenCard().card.object;
  const names = useNames();
  const nameOf = useObjectName();
  if (object === null)
    return (
      <Text size="sm" c="dimmed">
        {finding === 'refused' ? t.refused : finding === 'nearest' || finding === 'chosen' ? t.gone : t.none}
      </Text>
    );
  const owner = names.authority(object.ownerId);
  return (
    <div>
      <Text fw={500}>
        {nameOf(object)}
        {object.meters !== null && <span className={classes['quiet']}>{`, ${t.away(object.meters)}`}</span>}
      </Text>
      <Text size="xs" c="dimmed">
        {[owner === null ? t.noOwner : t.owner(owner.shortName), finding === 'chosen' ? t.chosen : null]
          .filter((words) => words !== null)
          .join(' · ')}
      </Text>
    </div>
  );
}

/** What the problem stands on and who keeps it; where several are equally near, a person says which. */
export function ObjectPanel() {
  const { objects: t } = useTexts();
  const { object, place } = useOpenCard().card;
  const may = useMay();
  const act = useCardAct();
  const [isOpen, setOpen] = useState(false);
  if (object.finding === null && (object.askedKinds.length === 0 || place.point === null)) return null;
  const canChoose = may('appeal.correct') && place.point !== null;
  return (
    <Panel
      level={3}
      title={t.title}
      aside={
        canChoose &&
        !isOpen && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
            {t.choose}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        {object.finding === 'several' ? <Text size="sm">{t.several}</Text> : <Facts />}
        {object.finding === 'several' && !isOpen && canChoose && (
          <Choice objects={object.candidates} act={act} close={() => setOpen(false)} />
        )}
        {isOpen && <Around act={act} close={() => setOpen(false)} />}
        <ActFailure act={act} />
      </Stack>
    </Panel>
  );
}
