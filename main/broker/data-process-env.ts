/** Variables the data process needs to live; everything else of the person's environment stays out. */
const PASSED_VARIABLES = ['TZ', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'] as const;

/** `allowNativeBinding`: only a build that is not packaged may be told to load another SQLite addon. */
export function buildDataProcessEnv(
  env: Readonly<Record<string, string | undefined>>,
  allowNativeBinding: boolean,
): Record<string, string> {
  const names = [...PASSED_VARIABLES, ...(allowNativeBinding ? ['CCHC_NATIVE_BINDING'] : [])];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
