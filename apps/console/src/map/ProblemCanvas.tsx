import { useEffect, useRef, useState } from 'react';
import type { Point } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { createMap, type ProblemMap } from '#ui/map/create-map.ts';
import type { PointState } from '#ui/map/points.ts';
import { useTexts } from '../app/language.ts';
import { baseSource } from './base-source.ts';
import classes from './Map.module.css';
import { pointStateOf } from './point-state.ts';
import type { StaffPoint } from './use-staff-map.ts';

interface Drawn {
  readonly id: string;
  readonly at: Point;
  readonly state: PointState;
  readonly shape: Shape | null;
}

export interface ProblemCanvasProps {
  readonly points: readonly StaffPoint[];
  readonly select: (ids: readonly string[]) => void;
}

/** The map itself. Where it cannot be drawn, a sentence says so and the list goes on working. */
export function ProblemCanvas({ points, select }: ProblemCanvasProps) {
  const { map: texts, staffMap: t } = useTexts();
  const container = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<
    { status: 'drawing' | 'failed' } | { status: 'ready'; map: ProblemMap<Drawn> }
  >({
    status: 'drawing',
  });
  const choose = useRef(select);
  useEffect(() => {
    choose.current = select;
  });

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let isGone = false;
    let destroy = () => {};
    createMap<Drawn>(element, { base: baseSource, texts, label: t.title }).then(
      (map) => {
        if (isGone) return map.destroy();
        destroy = map.destroy;
        map.onSelect((found) => choose.current(found.map(({ id }) => id)));
        setState({ status: 'ready', map });
      },
      () => setState({ status: 'failed' }),
    );
    return () => {
      isGone = true;
      destroy();
    };
  }, [texts, t.title]);

  useEffect(() => {
    if (state.status !== 'ready') return;
    state.map.setPoints(
      points.map(({ id, lat, lon, state: problem, shape }) => ({
        id,
        at: { lat, lon },
        state: pointStateOf[problem],
        shape: shape ?? null,
      })),
    );
  }, [points, state]);

  return (
    <>
      <div ref={container} className={classes['canvas']} />
      {state.status === 'failed' && <Notice tone="warn">{t.mapFailed}</Notice>}
    </>
  );
}
