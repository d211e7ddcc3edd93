import { offsetAt } from '#kernel/time/zone.ts';

const MS_PER_HOUR = 3_600_000;
const DEGREES_PER_HOUR = 15;

/**
 * How far the clocks of an honest zone are from the sun, hours. In Russia from 0.8 behind (Nenets district, Moscow time) to 1.7 ahead
 * (Novosibirsk); where Moscow time is kept, 1.1 ahead at most (Pskov).
 */
const usual = {
  /** The zone was named: only what can hardly be is told. */
  named: { behind: 1.5, ahead: 2 },
  /** Nobody named it: what is only unlikely is told, too. */
  taken: { behind: 0.85, ahead: 1.4 },
};

/**
 * What to tell a person whose region seems to live in another zone than it was given; `null` where nothing is to be told.
 *
 * @param isNamed whether a person gave the zone
 */
export function doubtOfZone(
  zone: string,
  isNamed: boolean,
  [west, , east]: readonly [number, number, number, number],
  at: Date,
): string | null {
  // Chukotka lies on both sides of the 180th meridian: its bounds go round the world and have no middle.
  if (east - west > 180) return null;
  const longitude = (west + east) / 2;
  const sun = longitude / DEGREES_PER_HOUR;
  const clock = offsetAt(zone, at.getTime()) / MS_PER_HOUR;
  const { behind, ahead } = isNamed ? usual.named : usual.taken;
  if (clock - sun >= -behind && clock - sun <= ahead) return null;
  return `Is ${zone} its time zone? The clocks there are ${hours(clock)} from UTC, and the middle of the boundaries, at longitude ${longitude.toFixed(1)}, lies ${hours(sun)} from it by the sun. All deadlines are counted by this zone: if it is wrong, put it right before the first message comes (docs/operate/region.md).`;
}

const hours = (n: number): string => `${n < 0 ? '−' : '+'}${Math.abs(Math.round(n * 10) / 10)} h`;
