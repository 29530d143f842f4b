/** Returns the URL of a title: a template with the encoded media id in place of each `{id}`. */
export function titleHref(template: string, id: string): string {
  return template.replaceAll('{id}', encodeURIComponent(id));
}
