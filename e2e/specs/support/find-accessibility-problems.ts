import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AxeCore from 'axe-core';
import type { Page } from 'playwright';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds against WCAG 2.2 A and AA on what the window shows now, one line per place. */
export async function findAccessibilityProblems(page: Page): Promise<readonly string[]> {
  // By the debugger, because the content security policy lets no script of ours in.
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof AxeCore };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    // Half faded in, everything lacks contrast.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    // Fluent's focus keepers pass the focus on at once; nobody ever stands on them.
    const context = { include: ['html'], exclude: ['[data-tabster-dummy]'] };
    const { violations } = await axe.run(context, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes
        .slice(0, 4)
        .map(({ target, any }) => `${id} (${impact}) ${target.join(' ')} · ${any[0]?.message ?? ''}`.slice(0, 300)),
    );
  });
}
