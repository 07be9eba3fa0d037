import type { CycleProblem } from './check-cycle.ts';

/**
 * What is wrong with the blocks (khối) of a year as they would be saved: a block without code or name, a code twice.
 * Places are "blocks.2.code".
 */
export function checkBlocks(blocks: readonly { readonly code: string; readonly name: string }[]): CycleProblem[] {
  const codes = blocks.map(({ code }) => code.trim());
  return blocks.flatMap(({ name }, i): CycleProblem[] => {
    const code = codes[i]!;
    return [
      ...(code === '' ? [{ at: `blocks.${i}.code`, reason: 'codeMissing' as const, params: {} }] : []),
      ...(code !== '' && codes.indexOf(code) !== i
        ? [{ at: `blocks.${i}.code`, reason: 'duplicateCode' as const, params: { code } }]
        : []),
      ...(name.trim() === '' ? [{ at: `blocks.${i}.name`, reason: 'labelMissing' as const, params: {} }] : []),
    ];
  });
}
