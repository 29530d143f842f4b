#!/usr/bin/env node
// Writes styles.layer.css and styles.tv.css from the built styles.css, and the types of all stylesheets, without which
// TypeScript 7 rejects imports of them. Copies the ready-made looks unchanged. docs/styling.md explains which apps need
// which stylesheet.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { layered } from './stylesheets/layered.mjs';
import { forTelevision } from './stylesheets/television/forTelevision.mjs';
import { missingIn } from './stylesheets/television/missing.mjs';

const css = readFileSync('dist/styles.css', 'utf8');
const television = forTelevision(css, readFileSync('src/styles/chromium85.css', 'utf8'));
const missing = missingIn(television);
if (missing.length > 0) throw new Error(`styles.tv.css uses what Chromium 85 does not have:\n${missing.join('\n')}`);
writeFileSync('dist/styles.layer.css', layered(css));
writeFileSync('dist/styles.tv.css', television);
writeFileSync('dist/styles.d.ts', 'export {};\n');
cpSync('src/themes', 'dist/themes', { recursive: true });
