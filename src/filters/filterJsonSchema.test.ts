import { expect, test } from 'vitest';
import { filterFields } from './filterFields.js';
import { filterJsonSchema } from './filterJsonSchema.js';

test('the JSON Schema describes each field of each filter kind, and allows no other', () => {
  const schema = filterJsonSchema();
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    properties: {
      genres: { type: 'array', items: { type: 'integer', minimum: 0 } },
      keywords: { type: 'array', items: { type: 'integer', minimum: 0 } },
      media_type: { type: 'string', enum: ['movie', 'tv'] },
      region: { type: 'array', items: { type: 'string', pattern: '^[A-Z]{2}$' } },
      with_runtime_gte: { type: 'integer' },
      with_runtime_lte: { type: 'integer' },
      with_release_date_gte: { type: 'string' },
      with_release_date_lte: { type: 'string' },
      with_watch_providers: { type: 'array', items: { type: 'string', minLength: 1 } },
    },
  });
  const keys = Object.values(filterFields).flatMap((field): readonly string[] => field.keys);
  expect(Object.keys(schema['properties'] as object).sort()).toEqual(keys.sort());
  expect(schema['required']).toBeUndefined();
});
