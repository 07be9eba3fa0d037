import tseslint from 'typescript-eslint';

/** Each restricted import says what to use instead; dependency-cruiser checks the same walls transitively. */
const WALLS = {
  electron: { message: 'Only main/ knows Electron. In the window use window.desktop, elsewhere the data service.' },
  'better-sqlite3': { message: 'Only db/ touches SQLite. Call the data service through the contract.' },
  kysely: { message: 'Only db/ holds SQL. Call the data service through the contract.' },
  exceljs: { message: 'Only db/excel writes and reads workbooks. Build a sheet model in shared/reports.' },
  zod: { message: "Import z from '#shared/contract/z.ts': it configures zod before any schema." },
};
const GRID = {
  group: ['ag-grid-*', '@ag-grid-*/*'],
  message: 'Only renderer/grid knows AG Grid. Use its components.',
};
const UP = { group: ['../../*'], message: 'Use a #room/… import instead of climbing folders.' };

function walls(...open) {
  const paths = Object.entries(WALLS)
    .filter(([name]) => !open.includes(name))
    .map(([name, rule]) => ({ name, ...rule }));
  const patterns = open.includes('ag-grid') ? [UP] : [UP, GRID];
  return { 'no-restricted-imports': ['error', { paths, patterns }] };
}

export default tseslint.config(
  { ignores: ['out/**', 'release/**', 'node_modules/**', '**/*.d.ts', '**/fixtures/**', 'e2e/.artifacts/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: ['./*/tsconfig.json', './main/preload/tsconfig.json', './tsconfig.tests.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...walls(),
      'no-console': ['error'],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  { files: ['main/**'], rules: walls('electron') },
  { files: ['db/**'], rules: walls('better-sqlite3', 'kysely') },
  { files: ['db/excel/**'], rules: walls('exceljs') },
  { files: ['renderer/grid/**'], rules: walls('ag-grid') },
  { files: ['shared/contract/z.ts'], rules: walls('zod') },
  { files: ['e2e/**'], rules: walls('electron') },
  // Command-line faces print; benchmarks and the e2e suite use peers and doubles the product itself must not.
  { files: ['scripts/**', 'db/cli/**', 'e2e/**'], rules: { 'no-console': 'off' } },
  { files: ['scripts/**', '**/*.test.ts', '**/testing/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['*.ts', 'e2e/vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
