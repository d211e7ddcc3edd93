/** Search parameters as the contract writes them: plain words, lists by commas, no JSON in the address bar. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** A value in the address bar, or `null` if it says nothing. */
export function writeValue(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(',');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) => {
    const written = writeValue(value);
    return written === null ? [] : [[name, written]];
  });
  // Commas stay readable: they separate list items and need no escaping in a query.
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%2C', ',')}`;
}

/** Keeps the parameters that a filter's schema accepts one by one: a broken one is dropped, the rest still work. */
export function readByOne<T>(
  search: Readonly<Record<string, unknown>>,
  names: readonly string[],
  parse: (candidate: Readonly<Record<string, string>>) => { success: true; data: T } | { success: false },
): Record<string, string> {
  const accepted: Record<string, string> = {};
  for (const name of names) {
    const written = writeValue(search[name]);
    if (written !== null && parse({ [name]: written }).success) accepted[name] = written;
  }
  return accepted;
}
