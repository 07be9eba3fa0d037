import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messagesEn } from './messages-en.ts';
import { messages } from './messages.ts';

const RENDERER = fileURLToPath(new URL('../../', import.meta.url));

/** "ranking.mean" → text, for every text of a language. */
function flatten(tree: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value as object, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function sources(): string {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.includes('messages/'))
    .map((path) => readFileSync(join(RENDERER, path), 'utf8'))
    .join('\n');
}

const vi = flatten(messages);
const en = flatten(messagesEn);
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('texts of the window', () => {
  it('exist in both languages with the same parameters', () => {
    expect([...en.keys()]).toEqual([...vi.keys()]);
    for (const [key, text] of vi) expect([key, placeholders(en.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('are never empty', () => {
    for (const [key, text] of [...vi, ...en]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('are all used by some component', () => {
    const code = sources();
    const built = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const unused = [...vi.keys()].filter(
      (key) => !code.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
