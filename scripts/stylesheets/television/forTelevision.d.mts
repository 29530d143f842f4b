export function forTelevision(css: string, extra?: string): string;
