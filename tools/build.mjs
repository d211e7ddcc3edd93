import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds what browsers load: dist/portal and dist/console.
 *
 * @param {readonly ('portal' | 'console')[]} [parts]
 */
export async function build(parts = ['portal', 'console']) {
  for (const part of parts) {
    const settings = part === 'console' ? { root: `${root}/apps/console` } : { root };
    await viteBuild({ ...settings, configFile: `${root}/vite.${part}.config.ts`, logLevel: 'warn' });
  }
}

if (import.meta.main ?? process.argv[1] === fileURLToPath(import.meta.url)) {
  const parts = process.argv.slice(2).filter((part) => part === 'portal' || part === 'console');
  await build(parts.length > 0 ? parts : undefined);
}
