/** Help › About: what runs here and under which licences. */
import type { About } from '#shared/contract/desktop.ts';

/** Major version the product ships with; a test holds it equal to package.json. */
export const OFFICIAL_ELECTRON_MAJOR = 45;

/** Everything that reaches a user's computer; a test holds names and licences equal to the installed packages. */
export const COMPONENTS: readonly { readonly name: string; readonly licence: string }[] = [
  { name: '@ag-grid-community/locale', licence: 'MIT' },
  { name: '@fluentui/react-components', licence: 'MIT' },
  { name: '@fluentui/react-icons', licence: 'MIT' },
  { name: 'ag-grid-community', licence: 'MIT' },
  { name: 'ag-grid-react', licence: 'MIT' },
  { name: 'better-sqlite3', licence: 'MIT' },
  { name: 'echarts', licence: 'Apache-2.0' },
  { name: 'electron', licence: 'MIT' },
  { name: 'exceljs', licence: 'MIT' },
  { name: 'i18next', licence: 'MIT' },
  { name: 'kysely', licence: 'MIT' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'react-i18next', licence: 'MIT' },
  { name: 'zod', licence: 'MIT' },
];

export function buildAbout(version: string, versions: NodeJS.ProcessVersions): About {
  const electron = versions['electron'] ?? '';
  return {
    version,
    electron,
    chromium: versions['chrome'] ?? '',
    node: versions.node,
    runtime: Number.parseInt(electron, 10) >= OFFICIAL_ELECTRON_MAJOR ? 'official' : 'fallback',
    licences: ['cchc-workbench: MIT', ...COMPONENTS.map(({ name, licence }) => `${name}: ${licence}`)].join('\n'),
  };
}
