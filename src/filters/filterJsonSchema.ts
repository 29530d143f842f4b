import * as z from 'zod/mini';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';

/** What a model should know about each field. */
const descriptions: Readonly<Record<keyof FilterSpec, string>> = {
  genres: 'TMDB genre ids. A title matches if it has one of them. Films and series have different ids.',
  keywords: 'TMDB keyword ids. A title matches if it has one of them.',
  media_type: '"movie" for films, "tv" for series. Leave out for both.',
  region: 'ISO 3166-1 alpha-2 codes of the countries where titles are available. Not where they are from.',
  with_runtime_gte: 'Shortest runtime in minutes, inclusive.',
  with_runtime_lte: 'Longest runtime in minutes, inclusive.',
  with_release_date_gte: 'First release date, YYYY-MM-DD, inclusive.',
  with_release_date_lte: 'Last release date, YYYY-MM-DD, inclusive.',
  with_watch_providers: 'TMDB ids of streaming services as strings. A title matches if it is on one of them.',
};

/**
 * Returns the JSON Schema of `FilterSpec`, for the structured output of a language model, or for a tool that an agent
 * calls. Checks that a JSON Schema cannot express, such as that of a date, are left to `filterSpecSchema`.
 *
 * @example
 * const tool = { name: 'create_page', input_schema: filterJsonSchema() };
 */
export function filterJsonSchema(): Record<string, unknown> {
  const { properties, ...schema } = z.toJSONSchema(filterSpecSchema);
  const described = Object.entries(descriptions).map(([key, description]) => {
    const property = properties?.[key];
    return [key, { ...(typeof property === 'object' && property), description }];
  });
  return { ...schema, properties: Object.fromEntries(described) };
}
