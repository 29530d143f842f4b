#!/usr/bin/env node
// Writes the other stylesheets beside the built styles.css. docs/styling.md says which one is for which app.
import { readFileSync, writeFileSync } from 'node:fs';
import { layered } from './stylesheets/layered.mjs';

writeFileSync('dist/styles.layer.css', layered(readFileSync('dist/styles.css', 'utf8')));
