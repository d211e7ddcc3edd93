import { expect, test } from 'vitest';
import { readPortalAssets } from './assets.ts';

const manifest = {
  'apps/portal/portal.ts': { file: 'assets/portal-1.js', css: ['assets/portal-1.css'] },
  'apps/portal/map-page.ts': { file: 'assets/map-1.js', imports: ['_map.js'] },
  '_map.js': { file: 'assets/chunk.js', css: ['assets/map-1.css'] },
};

test('hashed names are found, the styles of the map in the chunk it imports', () => {
  expect(readPortalAssets(JSON.stringify(manifest))).toEqual({
    css: '/static/assets/portal-1.css',
    script: '/static/assets/portal-1.js',
    mapScript: '/static/assets/map-1.js',
    mapCss: '/static/assets/map-1.css',
    icons: '/static/',
  });
});

test.each(['', '{', '[]', 'null', '{"apps/portal/portal.ts":{}}'])(
  '%j is not a manifest of this build',
  (text) => {
    expect(readPortalAssets(text)).toBeNull();
  },
);
