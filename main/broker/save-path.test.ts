import { expect, it } from 'vitest';
import { cleanFileName, withExtension } from './save-path.ts';

it.each([
  ['Phụ lục 2023.xlsx', 'Phụ lục 2023.xlsx'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\a<b>|c?.xlsx', 'C a b c .xlsx'],
  ['  .hidden. ', 'hidden'],
  ['a\u0000b\nc', 'a b c'],
  ['Điểm'.normalize('NFD'), 'Điểm'],
  [undefined, ''],
  [7, ''],
])('cleans %j', (suggested, name) => {
  expect(cleanFileName(suggested)).toBe(name);
});

it('adds an extension once', () => {
  expect(withExtension('/d/a', ['cchc'])).toBe('/d/a.cchc');
  expect(withExtension('/d/a.CCHC', ['cchc'])).toBe('/d/a.CCHC');
  expect(withExtension('/d/a.2023', ['cchc'])).toBe('/d/a.2023.cchc');
  // Evidence may be anything on the list; a copy of it keeps its own kind.
  expect(withExtension('/d/a.docx', ['pdf', 'docx'])).toBe('/d/a.docx');
});
