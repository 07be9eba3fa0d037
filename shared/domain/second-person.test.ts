import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UserId } from './ids.ts';
import { refuseSecondPerson } from './second-person.ts';

const a = 'a' as UserId;
const b = 'b' as UserId;

test('nobody confirms what they did themselves, alone or among others', () => {
  expect(refuseSecondPerson(a, [a])).toBe('samePerson');
  expect(refuseSecondPerson(a, [b, null, a])).toBe('samePerson');
  expect(refuseSecondPerson(a, [b])).toBeNull();
});

test('a single-seat file has no second person, whoever did the first part', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(null, a, b)), (first) => {
      expect(refuseSecondPerson(null, first)).toBe('singleSeat');
    }),
  );
});

test('steps from before the file had users stand in nobody’s way', () => {
  expect(refuseSecondPerson(a, [null, null])).toBeNull();
});
