import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { findOfficeArgument } from './office-argument.ts';

it('finds the office file, relative to the folder of the second start', () => {
  expect(findOfficeArgument(['electron', '.', '--flag', 'năm 2023.CCHC'], '/home/a')).toBe(
    resolve('/home/a', 'năm 2023.CCHC'),
  );
  expect(findOfficeArgument(['app', resolve('/data/x.cchc')], '/home/a')).toBe(resolve('/data/x.cchc'));
});

it('finds none where there is none', () => {
  expect(findOfficeArgument(['electron', '.', '--open=x.cchc', 'notes.txt'], '/')).toBeNull();
});
