/** Returns the headings of a page, with their level. */
export function headingsOf(text: string): { level: number; text: string }[];
