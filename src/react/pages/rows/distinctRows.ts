import type { Row } from '../../../api/schemas/row.js';

/** A part of a page's rows. */
interface PartOfRows {
  readonly pageId: string;
  readonly rows: Row[];
}

/**
 * Leaves out rows that stand already: rows sent twice and, on a page that took another's place, rows with the type and the
 * title of a row of that other. A page may take its own place again: its parts in a row are told apart, not its id.
 */
export function distinctRows<Part extends PartOfRows>(parts: readonly Part[]): Part[] {
  const ids = new Set<string>();
  const turnOf = new Map<string, number>();
  let turn = 0;
  return parts.map((part, index) => {
    if (part.pageId !== parts[index - 1]?.pageId) turn += 1;
    const isNew = ({ id, type, title }: Row) => {
      const look = `${type} ${title}`;
      if (ids.has(id) || (turnOf.get(look) ?? turn) !== turn) return false;
      ids.add(id);
      turnOf.set(look, turn);
      return true;
    };
    return { ...part, rows: part.rows.filter(isNew) };
  });
}
