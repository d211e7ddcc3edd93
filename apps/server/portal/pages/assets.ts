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
  const script = entryOf(parsed, entries.script);
  const mapScript = entryOf(parsed, entries.mapScript);
  if (!script?.css || !mapScript) return null;
  return {
    css: prefix + script.css,
    script: prefix + script.file,
    mapScript: prefix + mapScript.file,
    mapCss: mapScript.css === null ? '' : prefix + mapScript.css,
    icons: prefix,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function entryOf(manifest: unknown, name: string): { file: string; css: string | null } | null {
  const entry = property(manifest, name);
  const file = property(entry, 'file');
  const css = property(property(entry, 'css'), '0');
  return typeof file === 'string' ? { file, css: typeof css === 'string' ? css : null } : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
