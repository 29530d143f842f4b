export function missingIn(css: string): string[];
