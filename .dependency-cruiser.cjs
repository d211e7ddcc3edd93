// The laws of ARCHITECTURE.md about who may import whom. The name of a rule is the name of the law.
const stages = ['intake', 'understand', 'route', 'work', 'answer', 'learn'];
const anyOf = (folders) => `^(${folders.join('|')})/`;
const tests = '\\.(test|contract)\\.tsx?$';
const rulesRooms = '^(centre|flow/[a-z]+)/rules/';
const purePackages = 'node_modules/(h3-js|snowball-stemmers|zod)/';

const error = (name, from, to) => ({ name, severity: 'error', from, to });

const upstream = stages.map((stage, place) =>
  error(
    `${stage}-looks-only-upstream`,
    { path: `^flow/${stage}/`, pathNot: tests },
    { path: anyOf([...stages.slice(place + 1).map((later) => `flow/${later}`), 'apps', 'channels']) },
  ),
);

module.exports = {
  forbidden: [
    error('kernel-imports-nothing', { path: '^kernel/', pathNot: tests }, { pathNot: '^kernel/' }),
    error(
      'rules-are-pure',
      { path: rulesRooms, pathNot: tests },
      { pathNot: `^kernel/|${rulesRooms}|^types/|${purePackages}` },
    ),
    error(
      'centre-knows-no-stage',
      { path: '^centre/', pathNot: tests },
      { path: anyOf(['flow', 'apps', 'channels']) },
    ),
    ...upstream,
    error(
      'acts-stay-in-their-stage',
      { path: '^flow/([a-z]+)/', pathNot: tests },
      { path: '^flow/[a-z]+/acts/', pathNot: '^flow/$1/' },
    ),
    error(
      'channels-do-not-meet',
      { path: '^channels/([^/]+)/', pathNot: tests },
      { path: '^channels/[^/]+/', pathNot: '^channels/$1/' },
    ),
    error(
      'channels-know-no-stage',
      { path: '^channels/', pathNot: tests },
      { path: anyOf(['flow', 'centre', 'store', 'contract', 'apps', 'ui', 'data']) },
    ),
    error('channels-are-named-once', { pathNot: `^channels/|${tests}|^e2e/` }, { path: '^channels/[^/]+/' }),
    error(
      'browsers-see-no-sql',
      { path: anyOf(['apps/console', 'apps/portal', 'apps/widget']), pathNot: tests },
      {
        path: '^(store|house|channels|data|apps/(server|cli)|(centre|flow/[a-z]+)/(queries|acts|training|evaluation))/|node_modules/(kysely|pg|graphile-worker)/',
      },
    ),
    error(
      'ui-knows-no-stage',
      { path: '^ui/', pathNot: tests },
      { path: anyOf(['centre', 'flow', 'channels', 'contract', 'store', 'apps', 'data']) },
    ),
    error(
      'texts-are-words-only',
      { path: '^texts/', pathNot: tests },
      { path: anyOf(['flow/[a-z]+/(?!rules)[a-z]+', 'channels', 'contract', 'store', 'apps', 'data', 'ui']) },
    ),
    error(
      'contract-is-data',
      { path: '^contract/', pathNot: tests },
      { path: '^(store|channels|apps|ui|data|tools)/|^(centre|flow/[a-z]+)/(?!rules/)' },
    ),
    error(
      'store-knows-no-stage',
      { path: '^store/', pathNot: tests },
      { path: '^(centre|flow/[a-z]+)/(?!rules/)|^(apps|channels|contract|ui|texts)/' },
    ),
    error('house-is-below-the-apps', { path: '^house/', pathNot: tests }, { path: '^(apps|contract|ui)/' }),
    error(
      'stages-do-not-know-the-house',
      {
        path: anyOf(['kernel', 'centre', 'flow', 'channels', 'contract', 'store', 'texts', 'ui', 'data']),
        pathNot: tests,
      },
      { path: '^house/' },
    ),
    error(
      'apps-do-not-meet',
      { path: '^apps/([^/]+)/', pathNot: tests },
      { path: '^apps/[^/]+/', pathNot: '^apps/($1)/' },
    ),
    error(
      'product-knows-no-tools',
      {
        path: anyOf([
          'kernel',
          'centre',
          'flow',
          'channels',
          'contract',
          'store',
          'texts',
          'ui',
          'house',
          'apps',
        ]),
        pathNot: tests,
      },
      { path: '^(tools|e2e|bench)/' },
    ),
    error('no-cycles', { pathNot: 'node_modules' }, { circular: true }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules/\\.|dist|\\.data)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    skipAnalysisNotInRules: true,
  },
};
