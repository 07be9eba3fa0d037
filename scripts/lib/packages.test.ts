import { describe, expect, test } from 'vitest';
import { checkHostNode, computeStamp, treeMatchesLock } from './packages.mjs';

describe('the host', () => {
  test('Node 20 is enough, an older one is told what to do', () => {
    expect(checkHostNode('20.0.0').status).toBe('skipped');
    expect(() => checkHostNode('18.19.0')).toThrow('this is Node 18.19.0');
  });
});

describe('the stamp of an installed tree', () => {
  test('is the same for the same lock file, system and processor', () => {
    expect(computeStamp('{}', 'linux', 'x64')).toEqual(computeStamp('{}', 'linux', 'x64'));
  });

  test('differs when any of them differs', () => {
    const stamp = computeStamp('{}', 'linux', 'x64');
    for (const other of [
      computeStamp('{ }', 'linux', 'x64'),
      computeStamp('{}', 'win32', 'x64'),
      computeStamp('{}', 'linux', 'arm64'),
    ]) {
      expect(other).not.toEqual(stamp);
    }
  });
});

describe('an installed tree against the lock file', () => {
  const lock = {
    packages: {
      '': { name: 'app' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };
  const installed = (packages: Record<string, { version: string }>) => ({ packages });

  test('matches without the optional packages of other systems', () => {
    expect(treeMatchesLock(lock, installed({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
  });

  test('does not match with a missing or another version', () => {
    expect(treeMatchesLock(lock, installed({}))).toBe(false);
    expect(treeMatchesLock(lock, installed({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false);
    expect(
      treeMatchesLock(
        lock,
        installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }),
      ),
    ).toBe(false);
  });
});
