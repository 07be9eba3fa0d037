import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#db/service/testing/test-office.ts';

function run(script: 'main' | 'demo', ...args: readonly string[]) {
  const path = fileURLToPath(new URL(`./${script}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const CRITERIA =
  'code,name,max,parent\nA,Field A,3,\nA1,One,1,A\nA2,Two,2,A\nB,Field B,4,\nB1,Three,1.5,B\nB2,Four,2.5,B\n';

function written(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

test('the demo does the main job and reaches the published aggregates', () => {
  const out = join(temporaryFolder(), 'demo');
  const { status, stdout } = run('demo', '--out', out);
  expect(status).toBe(0);
  expect(stdout).toContain('số liệu mô phỏng');
  expect(existsSync(join(out, 'office.cchc'))).toBe(true);
  expect(readFileSync(join(out, 'phu-luc.xlsx')).subarray(0, 2).toString()).toBe('PK');
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Record<string, unknown>;
  expect(summary).toMatchObject({
    blocks: [
      { code: 'K1', units: 37, mean: 83.18 },
      { code: 'K2', units: 10, mean: 86.72 },
      { code: 'K3', units: 63, mean: 91.16 },
    ],
    classes: { 'Xuất sắc': 14, Tốt: 84, Khá: 6, 'Hoàn thành nhiệm vụ': 6, 'Không xếp loại': 0 },
  });
  expect(summary['units']).toHaveLength(110);
  expect(run('main', 'verify', join(out, 'office.cchc')).status).toBe(0);
});

test('a table of another scale, with decimals, blanks and ties in print, is ranked exactly', () => {
  const office = join(temporaryFolder(), 'index.cchc');
  const table = written(
    'table.csv',
    'code,name,A1,A2,B1,B2,Total\nU1,Một,0.123456,1.5,1.25,2.333333,5.21\nU2,Hai,0.123457,1.5,1.25,2.333333,5.21\n' +
      'U3,Ba,,2,1.5,2.5,6\nU4,Bốn,-,2,1.5,2.5,6\nU5,Năm,1,2,1.5,2.5,7\n',
  );
  const source = ['import', office, '--scores', table, '--criteria', written('set.csv', CRITERIA), '--name', 'Chỉ số'];
  expect(run('main', ...source, '--dry-run')).toMatchObject({ status: 0, stdout: expect.stringContaining('scale 7') });
  expect(existsSync(office)).toBe(false);
  expect(run('main', ...source).status).toBe(0);
  const { units } = JSON.parse(run('main', 'ranking', office, '--json').stdout) as { units: Record<string, unknown>[] };
  expect(units.map(({ code, rank, points, index, tiedInPrint }) => [code, rank, points, index, tiedInPrint])).toEqual([
    ['U4', 1, 6, 100, false],
    ['U5', 1, 7, 100, false],
    ['U3', 3, 6, 85.71, false],
    ['U2', 4, 5.20679, 74.38, true],
    ['U1', 5, 5.206789, 74.38, true],
  ]);
});

test('bad input is refused with its addresses and exit code 1, and writes nothing', () => {
  const office = join(temporaryFolder(), 'bad.cchc');
  const table = written('bad.csv', 'code,name,A1,A2,B1,B2\nU1,Một,2,abc,1.25,2\nU2,Hai,0.1,1,1,-1\n');
  const refused = run('main', 'import', office, '--scores', table, '--criteria', written('set.csv', CRITERIA));
  expect(refused.status).toBe(1);
  for (const address of ['C2', 'D2', 'F3']) expect(refused.stderr).toContain(address);
  expect(existsSync(office)).toBe(false);
  expect(run('main', 'ranking', join(temporaryFolder(), 'none.cchc'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('NOT_FOUND'),
  });
});

test('a wrong call says how to call', () => {
  expect(run('main', 'bogus', 'x')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  expect(run('main', 'verify', 'x', '--bogus')).toMatchObject({ status: 2 });
  expect(run('main', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('import') });
  expect(run('demo')).toMatchObject({ status: 2 });
});

test('a wrong value of an option is a wrong call, said in a sentence, and makes no file', () => {
  const office = join(temporaryFolder(), 'none.cchc');
  const table = written('table.csv', 'code,name,A1\nMAX,,5\nU1,Một,2\n');
  for (const [option, value] of [
    ['--year', '12'],
    ['--blanks', 'empty'],
    ['--dot', 'comma'],
  ] as const) {
    const wrong = run('main', 'import', office, '--scores', table, option, value);
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining(option) });
  }
  for (const [option, value] of [
    ['--annexes', 'IV'],
    ['--date', 'soon'],
  ] as const) {
    const wrong = run('main', 'export', office, '--out', 'x.xlsx', option, value);
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining(option) });
  }
  expect(existsSync(office)).toBe(false);
});

test('an import is named after its file, ranks ties as asked, and says a class below every threshold', () => {
  const office = join(temporaryFolder(), 'ties.cchc');
  const table = written('bang.diem.csv', 'code,name,A1\nMAX,,5\nU1,Một,5\nU2,Hai,5\nU3,Ba,1\nU4,Bốn,-\n');
  expect(run('main', 'import', office, '--scores', table, '--ties', 'dense').status).toBe(0);
  expect(run('main', 'cycles', office).stdout.trimEnd()).toMatch(/\tbang\.diem$/);
  const { units } = JSON.parse(run('main', 'ranking', office, '--json').stdout) as { units: Record<string, unknown>[] };
  expect(units.map(({ code, rank, class: label, withheld }) => [code, rank, label, withheld])).toEqual([
    ['U1', 1, 'Xuất sắc', false],
    ['U2', 1, 'Xuất sắc', false],
    ['U3', 2, 'Không xếp loại', false],
    ['U4', null, null, true],
  ]);
});

test('a dot with two readings is refused with the option that answers', () => {
  const office = join(temporaryFolder(), 'dot.cchc');
  const table = written('dot.csv', 'code,name,A1\nMAX,,2000\nU1,Một,1.234\n');
  const refused = run('main', 'import', office, '--scores', table);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('--dot decimal') });
  expect(existsSync(office)).toBe(false);
  expect(run('main', 'import', office, '--scores', table, '--dot', 'thousands').status).toBe(0);
});
