import * as z from 'zod/mini';
import { filterSpecSchema } from '../../filters/filterSpec.js';
import { cutText, foreignText, MAX_LENGTH } from './foreignText.js';
import { parseJson } from '../http/readBody.js';
import { firstItems } from '../schemas/firstItems.js';
import { tolerant } from '../schemas/tolerant.js';

/** Maximum number of issues that are read. */
const MAX_ISSUES = 50;
/** Maximum number of parts of an issue's path that are read. */
const MAX_PATH_PARTS = 16;

const text = (length: number) =>
  z.pipe(
    z.string(),
    z.transform((value) => cutText(value, length)),
  );

const pathPart = z.union([text(MAX_LENGTH.pathPart), z.number()]);
const issue = z.object({
  path: z.union([
    firstItems(pathPart, { count: MAX_PATH_PARTS }),
    z.pipe(
      z.string(),
      // Redacted before the split, because a token contains dots.
      z.transform((path) => foreignText(path, MAX_LENGTH.message).split('.', MAX_PATH_PARTS)),
    ),
  ]),
  message: text(MAX_LENGTH.message),
});

// The shape of an error body is inferred, so each part is read separately. An unreadable part counts as absent.
const problem = {
  // A longer text is not a code. It is not truncated, because that would yield a different code.
  code: tolerant(z.string().check(z.minLength(1), z.maxLength(MAX_LENGTH.code))),
  message: tolerant(text(MAX_LENGTH.message)),
  pageLevelFilters: tolerant(filterSpecSchema),
  issues: tolerant(firstItems(issue, { count: MAX_ISSUES })),
};
const errorBodySchema = tolerant(z.object({ ...problem, error: tolerant(z.object(problem)) }));

/** Content of an error body. The length of each part is limited. */
export type ErrorBody = Partial<Omit<NonNullable<z.output<typeof errorBodySchema>>, 'error'>>;

/** Reads the body of an error, which may be any text. Unreadable parts are absent. */
export function readErrorBody(body: string): ErrorBody {
  const { error, ...outer } = errorBodySchema.parse(readTolerantly(body)) ?? {};
  return { ...error, ...withoutUndefined(outer) };
}

function readTolerantly(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    // Not JSON, for example an error page of a proxy. Only the status then describes the error.
    return {};
  }
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  // Entries are removed but never changed, so the result is a `Partial` of the same type.
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
}
