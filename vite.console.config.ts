import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console → dist/console, served as /console/. */
export default defineConfig({
  root: 'apps/console',

  base: '/console/',
  publicDir: '../../ui/brand/public',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1200,
  },
});
