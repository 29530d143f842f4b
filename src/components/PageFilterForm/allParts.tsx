'use client';

import { parts } from './parts/parts.js';

/** Elements of all parts, in default order. */
export const allParts = Object.entries(parts).map(([name, Part]) => <Part key={name} />);
