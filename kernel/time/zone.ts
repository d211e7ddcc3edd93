const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Whether the runtime knows the IANA zone. */
export function isKnownZone(zone: string): boolean {
  try {
    return formatOf(zone) !== null;
  } catch {
    return false;
  }
}

/**
 * How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds. Zones change their offset
 * (Volgograd did on 27 December 2020), so it is asked for an instant, never for a zone alone.
 */
export function offsetAt(zone: string, instant: number): number {
  const wall = new Map<string, number>();
  for (const { type, value } of formatOf(zone).formatToParts(instant)) wall.set(type, Number(value));
  const read = (part: string) => wall.get(part) ?? 0;
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant when the wall clock of a zone shows `minute` minutes after midnight of day `day` (days since
 * 1970-01-01). Where the clock was put back the earlier of the two is taken; where it was put forward over the
 * minute, the first instant after the gap.
 */
export function instantAt(zone: string, day: number, minute: number): number {
  const wall = day * MS_PER_DAY + minute * MS_PER_MINUTE;
  const before = offsetOnUtcDay(zone, day - 1);
  const after = offsetOnUtcDay(zone, day + 2);
  if (before === after) return wall - before;
  const early = wall - before;
  if (offsetAt(zone, early) === before) return early;
  const late = wall - after;
  if (offsetAt(zone, late) === after) return late;
  return firstInstantWith(zone, after, late, early);
}

/** The day number a zone's wall clock shows at an instant. */
export function dayAt(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant)) / MS_PER_DAY);
}

/** The offset at the beginning of a UTC day, remembered: asking Intl is slow and a schedule asks for every day. */
function offsetOnUtcDay(zone: string, day: number): number {
  const ofZone = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, ofZone);
  const known = ofZone.get(day);
  if (known !== undefined) return known;
  const offset = offsetAt(zone, day * MS_PER_DAY);
  ofZone.set(day, offset);
  return offset;
}

function firstInstantWith(zone: string, offset: number, from: number, to: number): number {
  let low = Math.min(from, to);
  let high = Math.max(from, to);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
