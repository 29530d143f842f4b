#!/usr/bin/env node
// Writes styles.layer.css from the built styles.css. docs/styling.md explains which apps need which stylesheet.
import { readFileSync, writeFileSync } from 'node:fs';
import { layered } from './stylesheets/layered.mjs';

writeFileSync('dist/styles.layer.css', layered(readFileSync('dist/styles.css', 'utf8')));
