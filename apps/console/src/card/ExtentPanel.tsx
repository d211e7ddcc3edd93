import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { z } from 'zod';
import { markExtent } from '#contract/objects.ts';
import type { Point } from '#kernel/place.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { drawnShape } from './drawn-shape.ts';
import { useCardAct, useOpenCard, type CardAct } from './use-card.ts';

const MiniMap = lazy(async () => ({ default: (await import('../map/MiniMap.tsx')).MiniMap }));

type Extent = z.input<typeof markExtent.body>['extent'];

const useMark = (act: CardAct) => {
  const { card } = useOpenCard();
  return (extent: Extent) =>
    act.run((version) => call(markExtent, { params: { appealId: card.id }, body: { version, extent } }));
};

/** A line or an area pressed out on the map, corner by corner. */
function Drawing({ act, close }: { act: CardAct; close: () => void }) {
  const { objects: t, console: shell } = useTexts();
  const { card } = useOpenCard();
  const mark = useMark(act);
  const [corners, setCorners] = useState<readonly Point[]>([]);
  const [isArea, setArea] = useState(false);
  const shape = drawnShape(corners, isArea);
  const save = async () => {
    if (shape !== null && (await mark({ as: 'drawn', shape }))) close();
  };
  return (
    <Stack gap={6}>
      <Text size="xs">{t.draw}</Text>
      <div className={classes['drawing']}>
        <Suspense>
          <MiniMap
            point={card.place.point}
            label={t.drawMap}
            shape={shape}
            onTap={(point) => setCorners((before) => [...before, point])}
          />
        </Suspense>
      </div>
      <Text size="xs" role="status">
        {t.corners(corners.length)}
      </Text>
      <Group gap="xs">
        <Button
          size="xs"
          disabled={shape === null}
          loading={act.state.status === 'running'}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={corners.length < 3}
          aria-pressed={isArea}
          onClick={() => setArea(!isArea)}
        >
          {t.closeArea}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={corners.length === 0}
          onClick={() => setCorners(corners.slice(0, -1))}
        >
          {t.undo}
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          {shell.form.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

/** Whether the problem is a point, a line or an area; not shown where it may be a point only, or is nowhere. */
export function ExtentPanel() {
  const { objects: t } = useTexts();
  const { incident, object, place } = useOpenCard().card;
  const may = useMay();
  const act = useCardAct();
  const mark = useMark(act);
  const [isDrawing, setDrawing] = useState(false);
  if (incident === null || !incident.mayHaveShape) return null;
  const canMark = may('appeal.correct') && (place.point !== null || object.hasStreet);
  if (!canMark && incident.shapeOrigin === null) return null;
  const { shapeOrigin } = incident;
  const isOffered = {
    point: shapeOrigin !== null,
    object: object.object?.hasShape === true && shapeOrigin !== 'object',
    street: object.hasStreet && shapeOrigin !== 'street',
  };
  const offers = (['point', 'object', 'street'] as const).filter((as) => isOffered[as]);
  return (
    <Panel level={3} title={t.extent}>
      <Stack gap={6}>
        <Text size="sm">
          {incident.shapeOrigin === null ? t.extents.point : t.extentNow[incident.shapeOrigin]}
        </Text>
        {canMark && !isDrawing && (
          <Group gap="xs">
            {offers.map((as) => (
              <Button
                key={as}
                size="xs"
                variant="default"
                disabled={act.state.status === 'running'}
                onClick={() => void mark({ as })}
              >
                {t.extents[as]}
              </Button>
            ))}
            {place.point !== null && (
              <Button size="xs" variant="default" onClick={() => setDrawing(true)}>
                {t.extents.drawn}
              </Button>
            )}
          </Group>
        )}
        {isDrawing && <Drawing act={act} close={() => setDrawing(false)} />}
        <ActFailure act={act} />
      </Stack>
    </Panel>
  );
}
