/**
 * Returns the code that an app would need for each story of a file, by the name of the export: a component with the props
 * of the story, the helpers it uses, and their imports. What only the story needs, such as its play function, is omitted.
 *
 * @param file path of the file, which decides the syntax.
 */
export function storyCode(file: string, code: string): Promise<Record<string, string>>;
