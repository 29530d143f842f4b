export function forTelevision(css: string): string;
