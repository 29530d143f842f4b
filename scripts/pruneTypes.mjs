#!/usr/bin/env node
// Removes the declaration files that no entry imports. The compiler writes one for each source file, including the
// routes of the emulator, which import the types of Hono. Hono is bundled, so apps do not have these types.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { declarations } from './entries.mjs';
import { moduleGraph } from './moduleGraph.mjs';

const reached = new Set(declarations.flatMap((file) => [...moduleGraph(join(file)).modules]));

for (const file of readdirSync('dist', { recursive: true }).map((name) => join('dist', name))) {
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}
