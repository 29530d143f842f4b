#!/usr/bin/env node
// Removes the declaration files that no entry leads to: the compiler writes one for every source, the emulator's routes
// included, which would name the router that is bundled and that no app installs.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { moduleGraph } from './moduleGraph.mjs';

const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8'));
const types = Object.values(entries).flatMap((entry) => entry.types ?? []);
const reached = new Set(types.flatMap((file) => [...moduleGraph(join(file)).modules]));

for (const file of readdirSync('dist', { recursive: true }).map((name) => join('dist', name))) {
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}
