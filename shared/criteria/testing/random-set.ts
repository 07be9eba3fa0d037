/** Criteria sets for property tests: sound trees of any shape with codes, names and rules drawn from small pools. */
import fc from 'fast-check';
import type { CriteriaNode, CriteriaSet, NodeLevel, Section } from '../../domain/entities.ts';
import type { CriteriaSetId, NodeId } from '../../domain/ids.ts';

const LEVELS: readonly NodeLevel[] = ['field', 'criterion', 'subCriterion'];
const NAMES = ['Ban hành kế hoạch', 'Thực hiện nhiệm vụ', 'Chế độ báo cáo', 'Kiểm tra', 'Sự hài lòng', 'Sáng kiến'];

interface Twig {
  readonly name: string;
  readonly max: number;
  readonly children: readonly Twig[];
}

const names = fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[A-Za-zĐđàáếộ][A-Za-zĐđàáếộ ,.]{0,20}$/));
const twig = (depth: number): fc.Arbitrary<Twig> =>
  fc.record({
    name: names,
    max: fc.integer({ min: 0, max: 40 }),
    children: depth === 2 ? fc.constant([]) : fc.array(twig(depth + 1), { maxLength: 3 }),
  });

/** A set that adds up: 1–4 fields and up to two bonus and penalty leaves; ids begin with `prefix`. */
export function randomSet(prefix: string): fc.Arbitrary<CriteriaSet> {
  return fc
    .record({
      fields: fc.array(twig(0), { minLength: 1, maxLength: 4 }),
      outside: fc.array(fc.record({ section: fc.constantFrom<Section>('bonus', 'penalty'), name: names }), {
        maxLength: 2,
      }),
    })
    .map(({ fields, outside }) => {
      const nodes: CriteriaNode[] = [];
      const add = (leaf: Twig, parent: CriteriaNode | null, code: string, depth: number, section: Section): number => {
        const at = nodes.length;
        const id = `${prefix}${at}` as NodeId;
        const node = nodeOf(id, parent?.id ?? null, code, leaf.name, at, LEVELS[depth] ?? 'field', section);
        nodes.push(node);
        const sum = leaf.children.reduce(
          (total, child, i) => total + add(child, node, `${code}.${i + 1}`, depth + 1, section),
          0,
        );
        const isLeaf = leaf.children.length === 0;
        const maxMicro = isLeaf ? (leaf.max + (depth === 0 ? 1 : 0)) * 250_000 : sum;
        nodes[at] = { ...node, maxMicro, rule: isLeaf ? { kind: 'manual' } : null };
        return maxMicro;
      };
      const scaleMicro = fields.reduce((sum, field, i) => sum + add(field, null, `${i + 1}`, 0, 'core'), 0);
      outside.forEach(({ section, name }, i) => add({ name, max: 4, children: [] }, null, `Z${i + 1}`, 0, section));
      const first = nodes[0]!;
      // All-zero trees have no scale; one point makes it a set.
      return { id: prefix as CriteriaSetId, name: 'Bộ thử', scaleMicro: scaleMicro || first.maxMicro, nodes };
    })
    .filter((set) => set.scaleMicro > 0);
}

function nodeOf(
  id: NodeId,
  parentId: NodeId | null,
  code: string,
  name: string,
  order: number,
  level: NodeLevel,
  section: Section,
): CriteriaNode {
  return {
    id,
    parentId,
    level,
    section,
    code,
    name,
    order,
    maxMicro: 0,
    rule: null,
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  };
}
