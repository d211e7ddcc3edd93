import { defineConfig } from 'vite';

/** Scripts and styles of the portal → dist/portal, served as /static/. Pages find them by manifest.json. */
export default defineConfig({
  base: '/static/',
  publicDir: 'ui/brand/public',
  worker: { format: 'es' },
  build: {
    outDir: 'dist/portal',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['chrome90', 'firefox90', 'safari15'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: ['apps/portal/portal.ts', 'apps/portal/map-page.ts', 'apps/portal/demo.ts'] },
  },
});
