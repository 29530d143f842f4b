export function layered(css: string): string;
