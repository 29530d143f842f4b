#!/usr/bin/env node
// Removes the declaration files that no entry leads to: the compiler writes one for every source, the emulator's routes
// included, which would name the router that is bundled and that no app installs.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entries } from './entries.mjs';
import { moduleGraph } from './moduleGraph.mjs';

const reached = new Set(entries.flatMap(({ types }) => [...moduleGraph(join(types)).modules]));

for (const file of readdirSync('dist', { recursive: true }).map((name) => join('dist', name))) {
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}
