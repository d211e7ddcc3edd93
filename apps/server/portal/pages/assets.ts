/** Addresses of the built files of the portal, with their content hash. */
export interface PortalAssets {
  readonly css: string;
  readonly script: string;
  readonly mapScript: string;
  readonly mapCss: string;
  /** Folder of the icons, with a slash at the end. */
  readonly icons: string;
}

const entries = { script: 'apps/portal/portal.ts', mapScript: 'apps/portal/map-page.ts' } as const;

/**
 * Reads the manifest that `tools/build.mjs` writes to dist/portal/manifest.json.
 *
 * @param prefix where dist/portal is served, with a slash at both ends
 * @returns `null` when the manifest is not of this build: the portal must be built again
 */
export function readPortalAssets(manifest: string, prefix = '/static/'): PortalAssets | null {
  const parsed = readJson(manifest);
  const script = property(parsed, entries.script);
  const mapScript = property(parsed, entries.mapScript);
  const [file, mapFile] = [property(script, 'file'), property(mapScript, 'file')];
  const [css] = stylesOf(parsed, script);
  const [mapCss] = stylesOf(parsed, mapScript);
  if (typeof file !== 'string' || typeof mapFile !== 'string' || css === undefined || mapCss === undefined)
    return null;
  return {
    css: prefix + css,
    script: prefix + file,
    mapScript: prefix + mapFile,
    mapCss: prefix + mapCss,
    icons: prefix,
  };
}

/**
 * The script of one more entry and its styles, where a page of its own needs no more.
 *
 * @returns `null` when the build has no such entry
 */
export function readEntry(
  manifest: string,
  entry: string,
  prefix = '/static/',
): { readonly script: string; readonly styles: readonly string[] } | null {
  const parsed = readJson(manifest);
  const own = property(parsed, entry);
  const file = property(own, 'file');
  if (typeof file !== 'string') return null;
  return { script: prefix + file, styles: stylesOf(parsed, own).map((css) => prefix + css) };
}

/** Styles of an entry and of the chunks it imports at once. */
function stylesOf(manifest: unknown, entry: unknown): string[] {
  const own = stringsIn(property(entry, 'css'));
  return [
    ...own,
    ...stringsIn(property(entry, 'imports')).flatMap((name) => stylesOf(manifest, property(manifest, name))),
  ];
}

const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
