/**
 * Marks in the headers of a sheet that belong to no single paint: which columns are filtered, and the rank of each
 * column of a sort over several. Called by the tools of the score screen. Written as style rules, because headers come
 * and go while one scrolls and a rule also meets those that are made later.
 */
import './zoom.css';

export interface HeaderMarks {
  readonly set: (marks: { readonly filtered: readonly string[]; readonly sorted: readonly string[] }) => void;
  readonly remove: () => void;
}

/** Adds an own style sheet to the document; the content security policy allows those that script builds itself. */
export function createHeaderMarks(): HeaderMarks {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return {
    set({ filtered, sorted }) {
      const rules = filtered.map((id) => `${header(id)} .ag-header-cell-text::after{content:' ▼';font-size:9px}`);
      if (sorted.length > 1) {
        sorted.forEach((id, at) => rules.push(`${header(id)} .sheet-header-sort::after{content:'${at + 1}'}`));
      }
      rules.push(...filtered.map((id) => `${header(id)}{box-shadow:inset 0 -3px 0 var(--colorBrandStroke1)}`));
      sheet.replaceSync(rules.join('\n'));
    },
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

function header(columnId: string): string {
  return `.sheet-host .ag-header-cell[col-id="${CSS.escape(columnId)}"]`;
}
