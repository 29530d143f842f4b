/**
 * Returns a text that differs after one of these files, or of the files in these folders, has been edited, added or
 * removed. What was made from them can be kept while the text is the same.
 */
export function stateOfFiles(paths: readonly string[]): string;
