/**
 * The walls between rooms (docs/ARCHITECTURE.md), checked over everything a file reaches, not only over what it
 * imports itself.
 */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-cycles', 'Files that need each other are one file.', {}, { circular: true }),
    only(
      'no-orphans',
      'A file nobody reaches is dead.',
      {
        orphan: true,
        pathNot: [
          '\\.test\\.tsx?$',
          '\\.spec\\.ts$',
          '(^|/)(tsconfig|electron-builder)',
          '^scripts/',
          '^e2e/',
          '\\.d\\.ts$',
          '\\.(css|html|json|mjs|cjs)$',
        ],
      },
      {},
    ),
    only(
      'shared-is-pure',
      'shared/ imports itself and zod.',
      { path: '^shared/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      {
        pathNot: ['^shared/', '^node_modules/zod/'],
      },
    ),
    only(
      'db-knows-shared',
      'db/ is plain Node over shared/.',
      { path: '^db/', pathNot: '\\.test\\.ts$' },
      {
        path: ['^(main|renderer|e2e|scripts)/', '^node_modules/electron/'],
      },
    ),
    only(
      'main-knows-shared',
      'Only main/utility reaches the data service.',
      { path: '^main/', pathNot: ['^main/utility/', '\\.test\\.ts$'] },
      { path: '^(db|renderer|e2e|scripts)/' },
    ),
    only(
      'utility-knows-service',
      'The data process uses the service, not its insides.',
      { path: '^main/utility/' },
      {
        path: '^db/',
        pathNot: '^db/service/(data-service|service-context)\\.ts$',
      },
    ),
    only(
      'renderer-knows-shared',
      'The window has no Node, no Electron, no database.',
      { path: '^renderer/' },
      {
        path: ['^(main|db|e2e|scripts)/', '^node_modules/(electron|better-sqlite3|kysely|exceljs)/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    only(
      'renderer-without-node',
      'The window has no Node.',
      { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'grid-wall',
      'AG Grid is known to renderer/grid only.',
      { path: '^renderer/', pathNot: '^renderer/grid/' },
      {
        path: '^node_modules/(ag-grid|@ag-grid)',
      },
    ),
    only(
      'product-without-tests',
      'The product never reaches its tests or tools.',
      {
        path: '^(main|renderer|shared|db)/',
        pathNot: ['\\.test\\.tsx?$', '/testing/'],
      },
      { path: ['^(e2e|scripts)/', '/testing/', '\\.test\\.tsx?$', '^node_modules/(vitest|fast-check|playwright)/'] },
    ),
    only(
      'shared-goes-down',
      'contract → domain → appraisal → scoring → changes → util; nothing looks up.',
      { path: '^shared/(domain|appraisal|scoring|changes|units|util)/', pathNot: '\\.test\\.ts$' },
      { path: '^shared/(contract|reports|wording)/' },
    ),
    only(
      'util-is-the-floor',
      'util needs nothing.',
      { path: '^shared/util/', pathNot: '\\.test\\.ts$' },
      {
        pathNot: '^shared/util/',
      },
    ),
    only(
      'domain-is-words',
      'domain needs util only.',
      { path: '^shared/domain/', pathNot: '\\.test\\.ts$' },
      {
        path: '^shared/(appraisal|scoring|changes|units)/',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^release/', '/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
