import type { HonoRequest } from 'hono';
import * as z from 'zod/mini';
import type { EmulatorControl } from '../control.js';
import { Problem } from '../http/problem.js';
import { readRequestBody } from '../http/requestBody.js';

/** Names of the methods of `control` that return nothing, so that a request can call them. */
type ControlMethod = {
  [Name in keyof EmulatorControl]: EmulatorControl[Name] extends (...args: never[]) => infer Result
    ? [Result] extends [void]
      ? Name
      : never
    : never;
}[keyof EmulatorControl];

const milliseconds = z.number().check(z.gte(0));
const route = z.templateLiteral([z.enum(['GET', 'POST', 'PATCH', 'DELETE']), ' /', z.string()]);
const issue = z.strictObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string() });
const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().check(z.gte(400), z.lte(599)),
    code: z.exactOptional(z.string()),
    message: z.exactOptional(z.string()),
    retryAfter: z.exactOptional(z.union([z.number(), z.string()])),
    issues: z.exactOptional(z.array(issue)),
  }),
  z.strictObject({ kind: z.literal('network'), afterHandling: z.exactOptional(z.boolean()) }),
  z.strictObject({ kind: z.enum(['stall', 'malformed', 'html', 'hang']) }),
  z.strictObject({
    kind: z.literal('body'),
    body: z.unknown(),
    status: z.exactOptional(z.int().check(z.gte(200), z.lte(599))),
  }),
]);
const failNextOptions = z.strictObject({
  times: z.exactOptional(z.int().check(z.gte(1))),
  route: z.exactOptional(route),
});

/** Arguments of each method, in the order in which one request calls them. */
const calls = {
  clearFaults: z.tuple([]),
  setLatency: z.tuple([milliseconds]),
  limitRate: z.tuple([route, z.strictObject({ every: milliseconds })]),
  setOffline: z.tuple([z.boolean()]),
  expireSession: z.tuple([]),
  outdatePages: z.tuple([]),
  revoke: z.tuple([z.exactOptional(z.string())]),
  approveDevice: z.tuple([z.string()]),
  denyDevice: z.tuple([z.string()]),
  failNext: z.tuple([fault, z.exactOptional(failNextOptions)]),
} satisfies { [Name in ControlMethod]: z.ZodMiniType<Parameters<EmulatorControl[Name]>> };

const bodySchema = z.partial(z.strictObject({ reset: z.tuple([]), ...calls }));

/**
 * Calls methods of `control`: each key of the body is the name of a method, and its value the array of its arguments.
 * The key `reset` calls `reset`, before the others.
 *
 * @throws {Problem} VALIDATION_FAILED when the body is invalid, or when a method throws.
 */
export async function callControl(request: HonoRequest, control: () => EmulatorControl, reset: () => void) {
  const { reset: isReset, ...rest } = await readRequestBody(request, bodySchema);
  if (isReset) reset();
  for (const [name, args = []] of Object.entries<readonly unknown[] | undefined>(rest)) {
    // The schema has checked the name and the arguments.
    const method = control()[name as ControlMethod] as (...args: readonly unknown[]) => void;
    try {
      method(...args);
    } catch (error) {
      throw new Problem('VALIDATION_FAILED', error instanceof Error ? error.message : String(error));
    }
  }
}
