import { describe, expect, test } from 'vitest';
import { compareFuses, getExpectedFuses, getPackageOutput } from './package-output.mjs';

describe('where a package goes', () => {
  test('what the fallback makes is never where a release is', () => {
    expect(getPackageOutput('official', false)).toBe('release');
    expect(getPackageOutput('fallback', false)).toBe('release/packaging-test-only');
    expect(getPackageOutput('fallback', true)).toBe('release/packaging-test-only-e2e');
  });
});

describe('the fuses', () => {
  test('only the e2e flavour may be inspected', () => {
    expect(getExpectedFuses(false).EnableNodeCliInspectArguments).toBe(false);
    expect(getExpectedFuses(true)).toEqual({ ...getExpectedFuses(false), EnableNodeCliInspectArguments: true });
  });

  test('a different or absent fuse is named', () => {
    expect(compareFuses({ RunAsNode: false }, { RunAsNode: false })).toEqual([]);
    expect(compareFuses({ RunAsNode: false, OnlyLoadAppFromAsar: true }, { RunAsNode: true })).toEqual([
      'RunAsNode is on and must be off',
      'OnlyLoadAppFromAsar is absent and must be on',
    ]);
  });
});
