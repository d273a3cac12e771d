import { expect, test } from 'vitest';
import { READ_RULES } from '../../src/read/rules.js';

test('every rule has an id of its own, in an area of what read looks at', () => {
  const ids = READ_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^(?:file|front-matter)\/[a-z]+(?:-[a-z]+)*$/);
});
