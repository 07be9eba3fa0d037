import { expect, test } from 'vitest';
import { pickMissing } from './linux-packages.mjs';

const dpkgOutput = 'libnss3 installed\nlibgtk-3-0 not-installed\nlibasound2t64 installed\nxvfb config-files\n';

test('a library counts as present under its own name or its t64 name', () => {
  expect(pickMissing(['libnss3', 'libasound2'], dpkgOutput)).toEqual([]);
});

test('removed, never installed and unknown packages are missing', () => {
  expect(pickMissing(['libgtk-3-0', 'xvfb', 'xauth', 'libnss3'], dpkgOutput)).toEqual(['libgtk-3-0', 'xvfb', 'xauth']);
});
