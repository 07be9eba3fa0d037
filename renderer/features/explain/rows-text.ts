import type { ExplainRow } from './explain-row.ts';

const INDENT = '  ';

/** An explanation as text to print or to send: every line, indented by depth, figure and note after the name. */
export function rowsText(rows: readonly ExplainRow[], depth = 0): string {
  return rows
    .flatMap(({ children, label, note, value }) => {
      const head = value === '' ? label : `${label}: ${value}`;
      const line = INDENT.repeat(depth) + (note === '' ? head : `${head} (${note})`);
      return children.length === 0 ? [line] : [line, rowsText(children, depth + 1)];
    })
    .join('\n');
}
