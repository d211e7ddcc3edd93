import { useEffect, useRef, useState } from 'react';
import type { Point } from '#kernel/place.ts';
import { linesOf, type Shape } from '#kernel/shape.ts';
import { createMap, type ProblemMap } from '#ui/map/create-map.ts';
import { boundsOf, type Bounds, type MapPoint } from '#ui/map/points.ts';
import { useTexts } from '../app/language.ts';
import { baseSource } from './base-source.ts';

export interface MiniMapProps {
  readonly point: Point | null;
  readonly label: string;
  /** The line or the area of the problem, beside its point. */
  readonly shape?: Shape | null;
  /** Lets the person set the point; without it the map only shows. */
  readonly onPick?: (point: Point) => void;
  /** Tells every point the person presses, to draw with. */
  readonly onTap?: (point: Point) => void;
}

/** Degrees around what is shown; one draws from nearer. */
const around = { picking: 0.01, drawing: 0.003, showing: 0.01 } as const;

/** What the map shows at first: the place and the whole of its shape with a little around, or the region. */
function boundsAround(place: Point | null, shape: Shape | null, margin: number): { bounds?: Bounds } {
  const corners =
    shape === null
      ? []
      : linesOf(shape)
          .flat()
          .map(([lon, lat]) => ({ lon, lat }));
  const bounds = boundsOf(place === null ? corners : [...corners, place]);
  if (bounds === null) return {};
  const [west, south, east, north] = bounds;
  return { bounds: [west - margin, south - margin / 2, east + margin, north + margin / 2] };
}

/** A small map of one place. Where a map cannot be drawn, the words beside it are enough. */
export function MiniMap({ point, label, shape = null, onPick, onTap }: MiniMapProps) {
  const { map: texts } = useTexts();
  const container = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<ProblemMap<MapPoint> | null>(null);
  const listeners = useRef({ onPick, onTap });
  useEffect(() => {
    listeners.current = { onPick, onTap };
  });
  const mode = onPick !== undefined ? 'picking' : onTap !== undefined ? 'drawing' : 'showing';
  const [lat, lon] = [point?.lat, point?.lon];
  // While a person picks or draws, the map stays: drawn anew it would go from under the hand.
  const first = useRef({ point, shape });
  const drawnFor = mode === 'showing' ? `${lat} ${lon}` : mode;
  useEffect(() => {
    first.current = { point: lat === undefined || lon === undefined ? null : { lat, lon }, shape };
  }, [lat, lon, shape]);

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let isGone = false;
    let destroy = () => {};
    const shown = first.current;
    createMap<MapPoint>(element, {
      base: baseSource,
      texts,
      label,
      ...boundsAround(shown.point, shown.shape, around[mode]),
    }).then(
      (map) => {
        if (isGone) return map.destroy();
        destroy = map.destroy;
        if (mode === 'picking') map.pickPoint(shown.point, (next) => listeners.current.onPick?.(next));
        else setDrawn(map);
        if (mode === 'drawing') map.onTap((next) => listeners.current.onTap?.(next));
      },
      () => {
        element.hidden = true;
      },
    );
    return () => {
      isGone = true;
      setDrawn(null);
      destroy();
    };
  }, [drawnFor, mode, texts, label]);

  useEffect(() => {
    if (drawn === null || lat === undefined || lon === undefined) return;
    drawn.setPoints([{ id: 'place', at: { lat, lon }, state: 'open', shape }]);
  }, [drawn, lat, lon, shape]);

  return <div ref={container} style={{ height: '100%' }} />;
}
