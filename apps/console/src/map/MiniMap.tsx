import { useEffect, useRef } from 'react';
import type { Point } from '#kernel/place.ts';
import { createMap } from '#ui/map/create-map.ts';
import type { Bounds, MapPoint } from '#ui/map/points.ts';
import { useTexts } from '../app/language.ts';
import { baseSource } from './base-source.ts';

export interface MiniMapProps {
  readonly point: Point | null;
  readonly label: string;
  /** Lets the person set the point; without it the map only shows. */
  readonly onPick?: (point: Point) => void;
}

const around = 0.01;

/** What the map shows at first: the place with a little around it, or the whole region. */
const boundsAround = (place: Point | null): { bounds?: Bounds } =>
  place === null
    ? {}
    : { bounds: [place.lon - around, place.lat - around / 2, place.lon + around, place.lat + around / 2] };

/** A small map of one place. Where a map cannot be drawn, the words beside it are enough. */
export function MiniMap({ point, label, onPick }: MiniMapProps) {
  const { map: texts } = useTexts();
  const container = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  const canPick = onPick !== undefined;
  const [lat, lon] = [point?.lat, point?.lon];
  // While a person picks, the pin follows them: drawing the map anew would take it from under the hand.
  const place = useRef(point);
  const drawnFor = canPick ? 'picking' : `${lat} ${lon}`;
  useEffect(() => {
    place.current = lat === undefined || lon === undefined ? null : { lat, lon };
  }, [lat, lon]);

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let isGone = false;
    let destroy = () => {};
    const shown = place.current;
    createMap<MapPoint>(element, { base: baseSource, texts, label, ...boundsAround(shown) }).then(
      (map) => {
        if (isGone) return map.destroy();
        destroy = map.destroy;
        if (canPick) map.pickPoint(shown, (next) => pick.current?.(next));
        else if (shown !== null) map.setPoints([{ id: 'place', at: shown, state: 'open' }]);
      },
      () => {
        element.hidden = true;
      },
    );
    return () => {
      isGone = true;
      destroy();
    };
  }, [drawnFor, canPick, texts, label]);

  return <div ref={container} style={{ height: '100%' }} />;
}
